import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bad, good } from '../support/agents.ts';
import { ended, persona } from '../support/built.ts';
import { folder, outside } from '../support/disk.ts';

const python = '\n## Example\n\n```python\ndef f(:\n```\n';
const filler = `\n${'Words that say nothing wrong, one line below the other.\n'.repeat(60)}`;

/** More than one thread is worth: 120 files of 4 kB. */
const large = () =>
  folder(
    Object.fromEntries(
      Array.from({ length: 120 }, (_, nth) => {
        const name = `agent-${nth}`;
        const text = nth % 3 === 0 ? bad(name) : good.replace('tester', name);
        return [`.claude/agents/${name}.md`, text + filler + (nth % 5 === 0 ? python : '')];
      }),
    ),
  );

const check = (root: string, ...words: readonly string[]) =>
  persona(root, ['check', '--json', '--no-cache', ...words]);

test('one thread or many say the same, in the same order', async () => {
  const root = large();

  const [one, two, three, byItself] = await Promise.all([
    check(root, '--threads', '1'),
    check(root, '--threads', '2'),
    check(root, '--threads', '3'),
    check(root),
  ]);

  expect(JSON.parse(one.stdout)).toHaveProperty('findings.length', 40 + 24);
  for (const each of [two, three, byItself]) expect(each).toEqual(one);
});

test('what the threads have read is remembered, each of their files too', async () => {
  const root = large();
  const run = () => persona(root, ['check', '--json', '--threads', '2']);

  const [first, second] = [await run(), await run()];

  expect(second).toEqual(first);
});

/** What is published, with another program for a thread. */
function publishedWith(program: string): string {
  const place = outside();
  const ours = join(import.meta.dirname, '../..');
  cpSync(join(ours, 'dist'), join(place, 'dist'), { recursive: true });
  symlinkSync(join(ours, 'node_modules'), join(place, 'node_modules'), 'junction');
  writeFileSync(join(place, 'dist/reviewer.cjs'), program);
  return join(place, 'dist/create-persona.cjs');
}

const broken = [
  ['cannot be loaded', 'this is no JavaScript('],
  ['ends at once', ''],
  ['throws', 'throw new Error("no");'],
] as const;

test.each(broken)('when a thread %s, the first one reads all', async (_, program) => {
  const root = large();
  const words = ['check', '--json', '--no-cache', '--threads', '2'];

  const alone = await ended(process.execPath, [publishedWith(program), ...words], root);

  expect(alone).toEqual(await check(root, '--threads', '1'));
});

test('a number of threads that is none is refused', async () => {
  const { stdout, code } = await check(folder({}), '--threads', 'many');

  expect(code).toBe(2);
  expect(stdout).toContain('Write how many threads may read: `--threads 1`.');
});
