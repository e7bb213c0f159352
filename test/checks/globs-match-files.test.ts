import { expect, test } from 'vitest';
import check from '../../src/checks/globs-match-files.ts';
import { augment, findings, instruction, marks, source } from '../support/checks.ts';

const project = {
  'src/app.py': '',
  'src/api.py': '',
  'src/web/frontend/a.ts': '',
  'src/web/frontend/b.ts': '',
  'tests/test_app.py': '',
};
const denies = (...globs: readonly string[]) =>
  augment(
    `---\nsecurity:\n  restricted_paths:\n${globs.map((glob) => `    - "${glob}"\n`).join('')}---\n`,
  );

test.each([
  ['matches', denies('src/**/frontend/**'), []],
  [
    'a folder of the name stands open elsewhere',
    denies('packages/**/frontend/**'),
    ['warning 4:8'],
  ],
  ['a precaution', denies('**/migrations/**', '**/node_modules/**', '**/.env'), []],
  ['a folder that is not there', denies('packages/core/**'), ['warning 4:8']],
  ['a folder with a dot is often made later', denies('.github/workflows/**'), []],
  ['one takes in the other', denies('src/**', 'src/web/**'), ['info 5:8']],
  ['instructions for files that are there', instruction('---\napplyTo: "**/*.py"\n---\n'), []],
  [
    'instructions for a folder that is not there',
    instruction('---\napplyTo: "lib/**/*.py"\n---\n'),
    ['warning 2:11'],
  ],
  [
    'what a persona denies',
    source('---\npaths: { deny: ["packages/**"] }\n---\n'),
    ['warning 2:18'],
  ],
  ['no globs', augment('---\nsecurity: yes\n---\n'), []],
  ['a glob that is none, which another check tells', denies('/packages/**'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file, project)).toEqual(expected);
});

test('of a tree with nothing but agent files nothing can be said', () => {
  expect(marks(check, denies('packages/**/frontend/**'))).toEqual([]);
});

test('names the folder that was meant', () => {
  expect(findings(check, denies('packages/**/frontend/**'), project)[0]?.mend).toContain(
    '`src/web/frontend/**`',
  );
});

test.each([
  ['a folder that is meant stands open', denies('apps/**/frontend/**'), ['warning 4:8']],
  ['what is not there may come', denies('packages/**'), []],
])('of a few files it can be said that %s', (_, file, expected) => {
  expect(marks(check, file, { 'src/web/frontend/a.ts': '' })).toEqual(expected);
});
