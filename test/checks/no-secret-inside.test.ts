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
/** Put together here, so that no scanner of this repository finds it. */
const address = (user: string, word: string, host: string) =>
  `At ${['postgres', `//${user}`, `${word}@${host}`].join(':')}:5432/x\n`;

test.each([
  ['a token', `Use\n${['ghp', '1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r'].join('_')}\n`, ['error 2:1']],
  [
    'a password in an address',
    `At postgres://user:${password}@db.host.com:5432/x\n`,
    ['error 1:4'],
  ],
  ['a name and a password that everybody has', address('dev', 'dev', 'localhost'), []],
  ['a word that says what goes there', address('app', 'PASSWORD', 'db.host.com'), []],
  ['brackets to be filled in', address('[USER]', '[PASSWORD]', '[HOST]'), []],
  ['a short password on one’s own machine', address('app', 'letmein1', 'localhost'), []],
  ['a long one there', address('app', `${password}Qz81kVd0`, 'localhost'), ['error 1:4']],
  ['a token of crosses', `Use ${['ghp', 'x'.repeat(36)].join('_')}\n`, []],
  [
    'an address of crosses',
    `${['https://hooks', 'slack.com/services/T00/B00/xxx'].join('.')}\n`,
    [],
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
