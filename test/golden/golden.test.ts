import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generators } from '../../generators/index.ts';
import { answersGiven, answersInFull, answersRead } from '../../src/answers.ts';
import { build } from '../../src/build.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { filesIn, folder } from '../support/fixture.ts';
import { expectGolden } from '../support/golden.ts';

/**
 * One folder, one case: `answers.json` is what a person said (and, under `project`, what stood there
 * before), `files/` is what they got. A list is what they said one after the other.
 */
const cases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(cases)('%s', async (name) => {
  const home = join(import.meta.dirname, name);
  const said = JSON.parse(readFileSync(join(home, 'answers.json'), 'utf8'));
  const steps: Readonly<Record<string, string>>[] = Array.isArray(said) ? said : [said];
  const { project = {} } = steps[0] as { project?: Readonly<Record<string, string>> };
  const root = folder(project);

  for (const { generator: wanted, project: _, ...words } of steps) {
    const generator = generators.find((each) => each.name === wanted)!;
    const workspace = await openWorkspace('', {
      project: memoryTree(filesIn(root)),
      today: '2026-01-02',
      folder: 'demo',
    });
    const given = answersGiven(generator, [], words, workspace);
    const { answers: read, changes } = await answersRead(generator, given, workspace);
    const answers = answersInFull(generator, read, workspace);
    const { plan } = await build(generator, answers, workspace, root, { changes });
    expect(
      plan.findings.filter(({ check, level }) => level !== 'info' || check !== 'place-is-read'),
    ).toEqual([]);
  }

  const { '.persona/manifest.json': manifest, ...files } = filesIn(root);
  for (const path of Object.keys(project)) if (files[path] === project[path]) delete files[path];
  expect(Object.keys(JSON.parse(manifest!).files)).toEqual(Object.keys(files));
  expectGolden(files, join(home, 'files'));
});
