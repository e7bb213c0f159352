import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder, readFile, write } from '../support/disk.ts';

const agent = '.claude/agents/architect.md';
const source = '.persona/personas/architect.md';
const words = ['architect', '--targets', 'claude'];

/** A project as git checks it out where `core.autocrlf` is set. */
let checkout: string;

beforeAll(async () => {
  checkout = folder();
  await persona(checkout, [...words, '-q']);
  for (const [path, text] of Object.entries(filesIn(checkout)))
    write(checkout, { [path]: text.replaceAll('\n', '\r\n') });
});

test.concurrent('a checkout with CRLF is as it should be', async () => {
  const root = copyOf(checkout);
  const before = filesIn(root);

  const ends = await Promise.all(
    [words, [...words, '--diff'], [...words, '--dry-run']].map((each) => persona(root, each)),
  );

  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(ends.map(({ stdout }) => stdout).join('')).toMatch(
    /Nothing was written\.[\s\S]*Nothing would change\.[\s\S]*Nothing would be written\./,
  );
  expect(filesIn(root)).toEqual(before);
});

test.concurrent('a checkout with CRLF passes the checks', async () => {
  const [here, there] = await Promise.all([
    persona(checkout, ['check']),
    persona(copyOf(checkout), ['check']),
  ]);

  expect(here).toEqual(there);
  expect(here.code).toBe(0);
});

test.concurrent('a file that is brought up to date keeps its CRLF', async () => {
  const root = copyOf(checkout);
  fs.appendFileSync(join(root, source), '\r\n## House rules\r\n\r\nBe kind.\r\n');

  const { code } = await persona(root, words);

  expect(code).toBe(0);
  for (const path of [agent, '.persona/manifest.json']) {
    expect(readFile(root, path)).not.toBe(readFile(checkout, path));
    expect(readFile(root, path)).not.toMatch(/(^|[^\r])\n|\r\r/);
  }
  expect(readFile(root, agent)).toContain('Be kind.');
});

test.concurrent('what is new beside it has LF, as all that we write', async () => {
  const root = copyOf(checkout);

  await persona(root, ['devops', '--targets', 'claude']);

  expect(readFile(root, '.claude/agents/devops.md')).not.toContain('\r');
});
