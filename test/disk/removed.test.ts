import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder } from '../support/disk.ts';
import { moves, signalled, writes } from '../support/signal.ts';

/** `migrate` is who removes files: two chat modes and a prompt go, three files come, one is replaced. */
const words = ['migrate', '--yes'];
const refused = ['architect', '--targets', 'nobody'];
const cutOff = 'An earlier run was cut off. What it had written was taken back.';

const chatMode = (name: string) =>
  `---\ndescription: Plans ${name}. Use before a feature.\ntools: [codebase]\n---\n\nI plan.\n`;

let before: string;
let clean: string;

beforeAll(async () => {
  before = folder({
    'README.md': 'See [a](.github/chatmodes/a.chatmode.md).\n',
    '.github/chatmodes/a.chatmode.md': chatMode('a'),
    '.github/chatmodes/b.chatmode.md': chatMode('b'),
    '.github/prompts/go.prompt.md': '---\ndescription: Goes. Use to go.\n---\n\nGo.\n',
  });
  fs.chmodSync(join(before, '.github/chatmodes/a.chatmode.md'), 0o640);
  clean = copyOf(before);
  const { code } = await persona(clean, words);
  expect(code).toBe(0);
});

/** Without the folders that are empty: they go last, and a run that is killed may leave one. */
const said = (root: string) =>
  JSON.stringify(Object.entries(filesIn(root)).filter(([path]) => !path.endsWith('/')));

const kind = (root: string) =>
  said(root) === said(before) ? 'before' : said(root) === said(clean) ? 'after' : 'between';

const later = (root: string) => {
  const desk = join(root, '.create-persona-desk');
  if (fs.existsSync(desk)) fs.utimesSync(desk, 0, 0);
};

test('what goes is gone, with the folder that it leaves empty', () => {
  expect(Object.keys(filesIn(clean))).toEqual([
    '.github/agents/a.agent.md',
    '.github/agents/b.agent.md',
    '.github/skills/go/SKILL.md',
    'README.md',
  ]);
});

describe('Ctrl-C', () => {
  test.concurrent.each([1, 2, 3, 4, 5, 6, 7])(
    'after move %d brings all of it back',
    async (nth) => {
      const root = copyOf(before);

      const { code, stderr } = await signalled('SIGINT', nth, moves, root, words).ended;

      expect({ code, files: filesIn(root) }).toEqual({ code: 130, files: filesIn(before) });
      expect(stderr).toContain('Interrupted. Nothing was written.');
      const { mode } = fs.statSync(join(root, '.github/chatmodes/a.chatmode.md'));
      expect(mode & 0o777).toBe(0o640);
    },
  );
});

/** Kill a run after each of its calls in turn, until it lives to its end. */
async function atEach(calls: readonly string[], look: (root: string) => Promise<void>) {
  let nth = 0;
  let isOver = false;
  const worker = async () => {
    while (!isOver) {
      const root = copyOf(before);
      const { signal } = await signalled('SIGKILL', ++nth, calls, root, words).ended;
      if (signal === 'SIGKILL') await look(root);
      else isOver = true;
    }
  };
  await Promise.all([worker(), worker()]);
  return nth;
}

test('a run that is killed after any of its moves is made good by the next', async () => {
  const many = await atEach(moves, async (root) => {
    const { code, stderr } = await persona(root, words);

    expect({ code, kind: kind(root) }).toEqual({ code: 0, kind: 'after' });
    expect(stderr).toContain(cutOff);
  });

  expect(many).toBeGreaterThan(7);
}, 120_000);

test('a run that is killed after any call that writes leaves nothing, or all, once the next was here', async () => {
  const seen = new Set<string>();

  const many = await atEach(writes, async (root) => {
    later(root);
    const { code } = await persona(root, refused);
    seen.add(kind(root));
    expect(code).toBe(2);
  });

  expect(many).toBeGreaterThan(20);
  expect(seen).toEqual(new Set(['before', 'after']));
}, 120_000);

test('a recovery that is itself killed is finished by the one after it', async () => {
  const root = copyOf(before);
  await signalled('SIGKILL', 7, moves, root, words).ended;

  for (let nth = 1; nth < 4; nth++) await signalled('SIGKILL', nth, writes, root, refused).ended;
  await persona(root, refused);

  expect(kind(root)).toBe('before');
});

test('what somebody put in the place of a file that was gone is kept, and the file stands beside it', async () => {
  const root = copyOf(before);
  const path = '.github/chatmodes/a.chatmode.md';
  await signalled('SIGKILL', 8, moves, root, words).ended;
  const gone = ['a', 'b'].find(
    (each) => !fs.existsSync(join(root, path.replace('/a.', `/${each}.`))),
  )!;
  const place = join(root, path.replace('/a.', `/${gone}.`));
  fs.writeFileSync(place, 'mine');

  const { stderr } = await persona(root, refused);

  expect(stderr).toContain(
    `Kept, because they were changed since: ${path.replace('/a.', `/${gone}.`)}.`,
  );
  expect(fs.readFileSync(place, 'utf8')).toBe('mine');
  expect(fs.readFileSync(`${place}.before`, 'utf8')).toBe(chatMode(gone));
});

test('a file that has another text by now does not go, and nothing is written', async () => {
  const root = copyOf(before);
  const { commit } = await import('../../src/commit.ts');
  const plan = {
    generator: 'migrate',
    files: [{ path: 'new.md', text: 'new\n' }],
    removes: [{ path: 'README.md', keeps: 'another text\n' }],
    findings: [],
  } as unknown as Parameters<typeof commit>[0];

  await expect(commit(plan, root)).rejects.toMatchObject({ name: 'OtherRun' });
  expect(filesIn(root)).toEqual(filesIn(before));
});
