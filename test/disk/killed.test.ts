import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder } from '../support/disk.ts';
import { moves, signalled, writes } from '../support/signal.ts';

const words = ['architect', '--targets', 'copilot,claude'];
const refused = ['architect', '--targets', 'nobody'];
const cutOff = 'An earlier run was cut off.';

/** A project in which a run replaces some files, leaves some and writes some in new folders. */
let before: string;
let clean: string;

beforeAll(async () => {
  before = folder({ 'README.md': '# Mine\n' });
  await persona(before, ['architect', '--targets', 'claude']);
  fs.appendFileSync(
    join(before, '.persona/personas/architect.md'),
    '\n## House rules\n\nBe kind.\n',
  );
  clean = copyOf(before);
  await persona(clean, words);
});

/** The desk as it is two seconds later: for so long a run may take to say whose it is. */
const later = (root: string) => {
  const desk = join(root, '.create-persona-desk');
  if (fs.existsSync(desk)) fs.utimesSync(desk, 0, 0);
};

/** Kill a run after each of its calls in turn, until it lives to its end. */
async function atEach(
  calls: readonly string[],
  look: (root: string, nth: number) => Promise<void>,
) {
  let nth = 0;
  let isOver = false;
  const worker = async () => {
    while (!isOver) {
      const root = copyOf(before);
      const mine = ++nth;
      const { signal } = await signalled('SIGKILL', mine, calls, root, words).ended;
      if (signal === 'SIGKILL') await look(root, mine);
      else isOver = true;
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return nth;
}

const kind = (files: unknown) =>
  JSON.stringify(files) === JSON.stringify(filesIn(before))
    ? 'before'
    : JSON.stringify(files) === JSON.stringify(filesIn(clean))
      ? 'after'
      : 'between';

test.concurrent('a run that is killed after any of its moves is made good by the next', async () => {
  const told: string[] = [];

  const many = await atEach(moves, async (root) => {
    const { code, stderr } = await persona(root, words);
    told.push(`${code} ${stderr.split('\n')[0]}`);
    expect(kind(filesIn(root))).toBe('after');
  });

  expect(many).toBeGreaterThan(6);
  expect(new Set(told)).toEqual(new Set([`0 ${cutOff} What it had written was taken back.`]));
});

test.concurrent('a run that is killed after any call that writes leaves nothing, or all, once the next was here', async () => {
  const seen: string[] = [];

  const many = await atEach(writes, async (root) => {
    later(root);
    const { code, stderr } = await persona(root, refused);
    seen.push(kind(filesIn(root)));
    expect(code).toBe(2);
    if (fs.existsSync(join(root, '.create-persona-desk'))) expect(stderr).toContain(cutOff);
  });

  expect(many).toBeGreaterThan(20);
  expect(new Set(seen)).toEqual(new Set(['before', 'after']));
});

test.concurrent('a recovery that is itself killed is finished by the one after it', async () => {
  const root = copyOf(before);
  await signalled('SIGKILL', 7, moves, root, words).ended;

  for (let nth = 1; nth < 4; nth++) await signalled('SIGKILL', nth, writes, root, refused).ended;
  await persona(root, refused);

  expect(kind(filesIn(root))).toBe('before');
});

test.concurrent('what somebody changed after the kill is kept, and named', async () => {
  const root = copyOf(before);
  await signalled('SIGKILL', 7, moves, root, words).ended;
  const changed = Object.keys(filesIn(root)).find((path) => path.startsWith('.github/'))!;
  fs.appendFileSync(join(root, changed), 'mine');

  const { stderr } = await persona(root, refused);

  expect(stderr).toContain(`Kept, because they were changed since: ${changed}.`);
  expect(fs.readFileSync(join(root, changed), 'utf8')).toMatch(/mine$/);
});

test.concurrent('check and list do not trip over what a killed run left', async () => {
  const root = copyOf(before);
  await signalled('SIGKILL', 3, moves, root, words).ended;

  const ends = await Promise.all(['check', 'list'].map((word) => persona(root, [word])));

  expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
    { code: 0, stderr: '' },
    { code: 0, stderr: '' },
  ]);
  expect(ends.map(({ stdout }) => stdout).join('')).not.toContain('create-persona-desk');
});
