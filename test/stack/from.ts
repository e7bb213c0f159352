import endpoint from '../../generators/endpoint.ts';
import spec from '../../generators/spec.ts';
import { answersGiven, answersInFull, answersRead } from '../../src/answers.ts';
import { prepare } from '../../src/build.ts';
import type { Answers, CheckedPlan } from '../../src/stages.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';
import type { Files } from './ask.ts';

const generators = { endpoint, spec };

const opened = (project: Files) =>
  openWorkspace('', { project: memoryTree(project), today: '2026-01-02', folder: 'demo' });

/** What the file that `--from` names says, and what of it is lost. */
export async function read(project: Files, said: Answers) {
  const workspace = await opened(project);
  return answersRead(endpoint, answersGiven(endpoint, [], said, workspace), workspace);
}

/** What a generator would write, a file having its say. */
export async function planFrom(
  name: keyof typeof generators,
  said: Answers,
  project: Files,
): Promise<CheckedPlan> {
  const generator = generators[name];
  const workspace = await opened(project);
  const given = answersGiven(generator, [], said, workspace);
  const { answers, changes } = await answersRead(generator, given, workspace);
  return prepare(generator, answersInFull(generator, answers, workspace), workspace, changes);
}
