import chatmode from '../../generators/chatmode.ts';
import importing from '../../generators/import.ts';
import instruction from '../../generators/instruction.ts';
import { answersGiven, answersInFull } from '../../src/answers.ts';
import { prepare } from '../../src/build.ts';
import type { Generator } from '../../src/generator.ts';
import type { CheckedPlan } from '../../src/stages.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';

type Files = Readonly<Record<string, string>>;

/** What a generator plans for a project that is only in memory. */
export async function planned(
  generator: Generator,
  words: readonly string[],
  project: Files,
  flags: Readonly<Record<string, string>> = {},
): Promise<CheckedPlan> {
  const workspace = await openWorkspace('', {
    project: memoryTree(project),
    today: '2026-01-02',
    folder: 'demo',
  });
  const given = answersGiven(generator, words, flags, workspace);
  return prepare(generator, answersInFull(generator, given, workspace), workspace);
}

export const textsOf = ({ files }: CheckedPlan): Files =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

/** Take files in. */
export const imported = (
  project: Files,
  words: readonly string[] = Object.keys(project),
  flags: Readonly<Record<string, string>> = {},
) => planned(importing, words, project, flags);

/** Take one file in, and write what came of it for a target. */
export async function roundTrip(path: string, text: string, target: string) {
  const plan = await imported({ [path]: text });
  const project = { [path]: text, ...textsOf(plan) };
  const made = Object.keys(textsOf(plan));
  const stem = (folder: string) =>
    made.find((each) => each.startsWith(folder))?.slice(folder.length, -'.md'.length);
  const persona = stem('.persona/personas/');
  const rule = stem('.persona/instructions/');
  const written =
    persona !== undefined
      ? await planned(chatmode, [persona], project, { targets: target })
      : await planned(instruction, [rule!], project, { targets: target });
  return { plan, written, text: written.files[0]!.text };
}
