import * as v from 'valibot';
import { parseDocument } from './front-matter.ts';
import { globFault } from './globs.ts';
import { instructionWrong } from './problems.ts';

/** What stands above an instruction of the team's. */
export const instructionSchema = v.strictObject({
  id: v.string(),
  title: v.pipe(v.string(), v.nonEmpty()),
  /** What it is about, in one line. */
  summary: v.pipe(v.string(), v.nonEmpty()),
  /** The files that it applies to. */
  applies: v.array(
    v.pipe(
      v.string(),
      v.check((glob) => globFault(glob) === undefined, 'must be a glob'),
    ),
  ),
});

/** Rules in somebody's own words, for some of the files: `.persona/instructions/<id>.md`. */
export interface Instruction extends Readonly<v.InferOutput<typeof instructionSchema>> {
  readonly path: string;
  readonly body: string;
}

/**
 * Read an instruction: data above, and below it the text, which is written as it stands.
 *
 * @throws InstructionWrong - a key is missing or cannot be used
 */
export function readInstruction(path: string, text: string): Instruction {
  const { head, body, broken } = parseDocument(text);
  if (broken)
    throw instructionWrong(`${path}:${broken.line}`, `cannot be read: ${broken.because}.`);
  const read = v.safeParse(instructionSchema, head);
  if (!read.success) {
    const issue = read.issues[0];
    throw instructionWrong(
      path,
      `is not whole: \`${v.getDotPath(issue) ?? ''}\`: ${issue.message}.`,
    );
  }
  return { ...read.output, path, body: body.replace(/^\r?\n/, '') };
}
