import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bad, good } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder, write } from '../support/disk.ts';

const git = (root: string, ...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
    cwd: root,
    stdio: 'pipe',
  });

/** `main` has an old error; the branch adds `b` in a commit and `c` in the work tree. */
function repository(): string {
  const root = folder({ '.claude/agents/a.md': bad('a'), '.claude/agents/gone.md': bad('gone') });
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'one');
  git(root, 'checkout', '-qb', 'branch');
  write(root, { '.claude/agents/b.md': bad('b') });
  git(root, 'rm', '-q', '.claude/agents/gone.md');
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'two');
  write(root, { '.claude/agents/c ü.md': bad('c') });
  return root;
}

const paths = (stdout: string) => [
  ...new Set(
    (JSON.parse(stdout) as { findings: { path: string }[] }).findings.map(({ path }) => path),
  ),
];

test('--changed reads what the last commit does not have', async () => {
  const { stdout } = await persona(repository(), ['check', '--changed', '--json']);

  expect(paths(stdout)).toEqual(['.claude/agents/c ü.md']);
});

test('--changed main reads what was done since the two parted', async () => {
  const { stdout } = await persona(repository(), ['check', '--changed', 'main', '--json']);

  expect(paths(stdout)).toEqual(['.claude/agents/b.md', '.claude/agents/c ü.md']);
});

test('the word after --changed may be a path', async () => {
  const root = repository();
  write(root, { 'docs/.claude/agents/d.md': bad('d') });

  const { stdout } = await persona(root, ['check', '--changed', 'docs', '--json']);

  expect(paths(stdout)).toEqual(['docs/.claude/agents/d.md']);
});

test('all has changed in a repository without a commit', async () => {
  const root = folder({ '.claude/agents/a.md': bad('a') });
  git(root, 'init', '-q');
  git(root, 'add', '.');

  const { stdout } = await persona(root, ['check', '--changed', '--json']);

  expect(paths(stdout)).toEqual(['.claude/agents/a.md']);
});

test.each([
  ['no such revision', repository, ['--changed', 'mian']],
  ['no repository', () => folder({ '.claude/agents/tester.md': good }), ['--changed']],
  ['no revision but a flag', repository, ['--changed=--output=x']],
])('%s is a problem', async (_, place, words) => {
  const { code, stderr } = await persona(place(), ['check', ...words]);

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('(GitFailed)') });
});

test('a revision that git does not have is named', async () => {
  const { stderr } = await persona(repository(), ['check', '--changed', 'mian']);

  expect(stderr).toContain('there is no revision `mian`');
});
