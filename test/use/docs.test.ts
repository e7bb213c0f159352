import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandWords } from '../../build/command-words.ts';
import { conventionsPage } from '../../build/conventions-page.ts';
import { checksPage } from '../../build/docs.ts';
import { allChecks } from '../../src/review/checking.ts';
import { commands } from '../../src/commands/index.ts';
import { reporters } from '../../src/reporters/index.ts';

test('docs/checks.md says what the checks say of themselves (npm run docs)', async () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/checks.md'), 'utf8')).toBe(
    await checksPage(),
  );
});

test('every check has its place on the page', async () => {
  const page = await checksPage();

  expect(allChecks.filter(({ name }) => !page.includes(`\n### ${name}\n`))).toEqual([]);
});

test('nothing on the page is invisible', async () => {
  expect(await checksPage()).not.toMatch(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u,
  );
});

test('docs/conventions.md says what the conventions say of themselves (npm run docs)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/conventions.md'), 'utf8')).toBe(
    conventionsPage(),
  );
});

test('src/command-words.json says what the commands say of themselves (npm run build)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../src/command-words.json'), 'utf8')).toBe(
    commandWords(),
  );
});

test('a format can be completed that there is a reporter for, and no other', () => {
  const flag = commands
    .find(({ name }) => name === 'check')
    ?.flags.find(({ name }) => name === 'format');

  expect(flag?.takes).toEqual(reporters.map(({ name }) => name));
});
