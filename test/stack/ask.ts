import app from '../../generators/app.ts';
import endpoint from '../../generators/endpoint.ts';
import model from '../../generators/model.ts';
import repository from '../../generators/repository.ts';
import service_ from '../../generators/service.ts';
import test from '../../generators/test.ts';
import { answersGiven, answersInFull } from '../../src/answers.ts';
import { prepare } from '../../src/build.ts';
import type { Answers, CheckedPlan } from '../../src/stages.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';

export type Files = Readonly<Record<string, string>>;

const generators = { app, endpoint, model, repository, service: service_, test };

/** What a generator would write into a project, with the answers that a person gave. */
export async function planFor(
  name: keyof typeof generators,
  said: Answers,
  project: Files = {},
): Promise<CheckedPlan> {
  const generator = generators[name];
  const workspace = await openWorkspace('', {
    project: memoryTree(project),
    today: '2026-01-02',
    folder: 'demo',
  });
  const given = answersGiven(generator, [], said, workspace);
  return prepare(generator, answersInFull(generator, given, workspace), workspace);
}

/** The project as it is once a plan is written. */
export const written = (project: Files, { files }: CheckedPlan): Files => ({
  ...project,
  ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
});

/** A service without a resource. */
export const service = async (name = 'demo'): Promise<Files> =>
  written({}, await planFor('app', { package: name }));
