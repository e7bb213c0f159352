import { expect, test } from 'vitest';
import check from '../../src/checks/no-secret-inside.ts';
import { takeWanted } from '../../src/engine.ts';
import { claude, findings, marks } from '../support/checks.ts';

/** The detector is asked once, and the file read again: as `review` does it. */
async function told(text: string): Promise<readonly string[]> {
  marks(check, claude(text));
  for (const load of takeWanted()) await load();
  return marks(check, claude(text));
}

const password = ['s3cr', '3tpass'].join('');

test.each([
  ['a token', `Use\n${['ghp', '1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r'].join('_')}\n`, ['error 2:1']],
  [
    'a password in an address',
    `At postgres://user:${password}@db.host.com:5432/x\n`,
    ['error 1:4'],
  ],
  ['the name of a variable', 'Set `GITHUB_TOKEN` and `AWS_SECRET_ACCESS_KEY`.\n', []],
  ['an address without a password', 'See https://user@example.org/a.\n', []],
])('%s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});

test('never shows what it found', async () => {
  const text = `At postgres://user:${password}@db.host.com:5432/x\n`;
  await told(text);
  expect(JSON.stringify(findings(check, claude(text)))).not.toContain(password);
});
