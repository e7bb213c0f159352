import { expect, test } from 'vitest';
import { filesIn, write } from '../support/disk.ts';
import { plop, plopProject } from '../support/plop.ts';

const words = ['persona', 'architect', 'claude'];

test.concurrent('plop a second time writes nothing, and says so', async () => {
  const root = plopProject();
  const first = await plop(root, words);
  const before = filesIn(root);

  const second = await plop(root, words);

  expect([first.code, second.code]).toEqual([0, 0]);
  expect(first.stderr).toContain('Wrote:');
  expect(second.stderr).toContain('Nothing was written.');
  expect(filesIn(root)).toEqual(before);
});

test.concurrent.each([
  [
    'a file in the way',
    words,
    { '.claude/agents/architect.md': 'mine\n' },
    ['.claude/agents/architect.md', '--force', '(FileInTheWay)'],
  ],
  ['a bad name', ['persona', '../x', 'claude'], {}, ['lower-case words joined by hyphens']],
  [
    'somebody unknown',
    ['persona', 'payments-dev', 'claude', '--', '--from', 'backnd-dev'],
    {},
    ['Did you mean `backend-dev`?', '(PersonaNotFound)'],
  ],
  [
    'a broken persona',
    words,
    { '.persona/personas/x.md': '---\nid: x\n---\n' },
    ['.persona/personas/x.md:1 has no `title`.', '(PersonaWrong)'],
  ],
  [
    'an error that a check finds',
    words,
    { '.persona/personas/architect.md': tight() },
    ['budget-is-kept', 'Nothing was written.'],
  ],
])(
  '%s ends plop with 1 and its whole text, and nothing is written',
  async (_, given, files, says) => {
    const root = plopProject();
    write(root, files);
    const before = filesIn(root);

    const { code, stdout, stderr } = await plop(root, given);

    expect({ code, files: filesIn(root) }).toEqual({ code: 1, files: before });
    for (const each of says) expect(`${stdout}${stderr}`).toContain(each);
    expect(`${stdout}${stderr}`).not.toMatch(/^ +at /m);
  },
);

test.concurrent('plop --force replaces what is in the way', async () => {
  const root = plopProject();
  write(root, { '.claude/agents/architect.md': 'mine\n' });

  const { code, stderr } = await plop(root, [...words, '--force']);

  expect(code).toBe(0);
  expect(stderr).toContain('Replaced:');
  expect(filesIn(root)['.claude/agents/architect.md']).toContain('name: architect');
});

function tight(): string {
  return '---\nid: architect\ntitle: A\nsummary: S. Use when.\nexpertise: [E]\nfocus: [F]\ncan: [read]\nbudget: 9\n---\n\n## Role description\n\nText.\n';
}
