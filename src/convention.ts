import * as v from 'valibot';
import { parseDocument } from './front-matter.ts';
import { conventionWrong } from './problems.ts';
import { sectionsOf } from './text/sections.ts';

/** The gates of `create-persona verify` that can hold a convention which no look at code can. */
const gateNames = ['tests', 'coverage', 'lint', 'types', 'secrets'] as const;

/** What stands above a convention. */
export const conventionSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  /** Where a chat mode says it: among the code standards or among the testing patterns. */
  part: v.picklist(['standards', 'testing']),
  /** The family of code that it belongs to; `any` goes with all. */
  stack: v.string(),
  /** The files that the instruction applies to. */
  applies: v.array(v.string()),
  /** The convention in one sentence. */
  rule: v.string(),
  /** The ruff rules that hold it. https://docs.astral.sh/ruff/rules/ */
  ruff: v.optional(v.array(v.string()), []),
  /** The file that it was taken in from: then its examples are somebody's own. */
  source: v.optional(v.string()),
  /** What holds it: a check of `src/code-checks/`; else a gate, or nothing, and then why. */
  check: v.optional(
    v.union(
      [
        v.string(),
        v.strictObject({ gate: v.picklist(gateNames), because: v.string() }),
        v.strictObject({ nothing: v.string() }),
      ],
      'must be the name of a code check, or say `gate:` and `because:`, or `nothing:`',
    ),
  ),
  /** What generated code lacks without it; or, where no code can do without it, why it stays. */
  skeleton: v.optional(
    v.union(
      [v.strictObject({ drops: v.string() }), v.strictObject({ stays: v.string() })],
      'must say what it `drops:`, or why it `stays:`',
    ),
  ),
});

/** What it says, what good and bad look like: a chat mode, an instruction and a check say the same. */
export interface Convention extends Readonly<v.InferOutput<typeof conventionSchema>> {
  readonly path: string;
  readonly prose: string;
  /** Code fences, whole. */
  readonly good: string;
  readonly bad: string;
}

/**
 * Read a convention: data above, prose below, then `## Good` and `## Bad` with one fence each.
 *
 * @throws ConventionWrong - a key or one of the two examples is missing
 */
export function readConvention(path: string, text: string): Convention {
  const { head, body, broken } = parseDocument(text);
  if (broken)
    throw conventionWrong(
      `${path}:${broken.line}`,
      `cannot be read: ${broken.because}.`,
      'Mend the lines between the two `---`.',
    );
  const read = v.safeParse(conventionSchema, head);
  if (!read.success) {
    const issue = read.issues[0];
    throw conventionWrong(
      path,
      `is not whole: \`${v.getDotPath(issue) ?? ''}\`: ${issue.message}.`,
      'Mend its front matter.',
    );
  }
  const sections = new Map(sectionsOf(body).map(({ title, text: below }) => [title, below]));
  const [prose, good, bad] = ['', 'Good', 'Bad'].map((title) => sections.get(title));
  if (prose === undefined || good === undefined || bad === undefined) {
    throw conventionWrong(
      path,
      'lacks its prose, its `## Good` or its `## Bad`.',
      'Add what is missing; see templates/conventions/ for how it looks.',
    );
  }
  return { ...read.output, path, prose, good, bad };
}
