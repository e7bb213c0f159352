import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { personaText } from '../guard/attempts.ts';
import { persona } from '../support/built.ts';
import { folder, write } from '../support/disk.ts';

const git = (root: string, ...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
    cwd: root,
    stdio: 'pipe',
  });

const path = '.persona/personas/keeper.md';

/** A repository with a commit on `main`, and a branch on which one works. */
function repository(): string {
  const root = folder({
    [path]: personaText.replace(/handoffs:\n.*\n/, ''),
    'frontend/app.ts': 'export {};\n',
    'frontend/gone.ts': 'export {};\n',
    'src/api.py': 'x = 1\n',
    'src/page.ts': 'export const page = 1;\nexport const other = 2;\n',
  });
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'one');
  git(root, 'checkout', '-qb', 'work');
  return root;
}

const check = (root: string, ...words: readonly string[]) =>
  persona(root, ['check', '--persona', 'keeper', '--changed', ...words]);

interface Found {
  readonly findings: readonly { path: string; check: string; level: string; says: string }[];
}
const found = (stdout: string) =>
  (JSON.parse(stdout) as Found).findings.map((each) => `${each.level} ${each.path}`);

test('a change of allowed files passes', async () => {
  const root = repository();
  write(root, { 'src/api.py': 'x = 2\n', 'src/new.py': '' });

  const { code, stdout } = await check(root);

  expect([code, stdout]).toEqual([0, expect.stringContaining('2 files: 0 errors')]);
});

test('a change of a denied file is an error that quotes the rule, the persona and its line', async () => {
  const root = repository();
  write(root, { 'frontend/app.ts': 'changed\n' });

  const { code, stdout } = await check(root);

  expect(code).toBe(1);
  expect(stdout).toContain('frontend/app.ts');
  expect(stdout).toContain(`${path}:11 denies \`**/frontend/**\` to \`keeper\``);
  expect(stdout).toContain('denied-paths-are-kept');
});

test('what is committed, staged, in the work tree, new, gone or renamed counts', async () => {
  const root = repository();
  write(root, { 'frontend/committed.ts': '' });
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'two');
  write(root, { 'frontend/staged.ts': '' });
  git(root, 'add', '.');
  write(root, { 'frontend/app.ts': 'changed\n', 'frontend/new ü.ts': '' });
  rmSync(join(root, 'frontend/gone.ts'));
  git(root, 'mv', 'src/page.ts', 'frontend/page.ts');

  const { stdout } = await check(root, 'main', '--json');

  expect(found(stdout)).toEqual([
    'error frontend/app.ts',
    'error frontend/committed.ts',
    'error frontend/gone.ts',
    'error frontend/new ü.ts',
    'error frontend/page.ts',
    'error frontend/staged.ts',
  ]);
});

test('a file that was moved out of a denied folder counts by its old name', async () => {
  const root = repository();
  git(root, 'mv', 'frontend/app.ts', 'src/app.ts');

  const { stdout } = await check(root, '--json');

  expect(found(stdout)).toEqual(['error frontend/app.ts']);
});

test('a new link to a denied file counts', async () => {
  const root = repository();
  symlinkSync('../frontend/app.ts', join(root, 'src/link.ts'));

  const { stdout } = await check(root, '--json');

  expect(found(stdout)).toEqual(['error src/link.ts']);
});

test('a change cannot free itself by loosening the rules', async () => {
  const root = repository();
  const loose = personaText.replace('    - "**/frontend/**"\n', '').replace(/handoffs:\n.*\n/, '');
  write(root, { [path]: loose, 'frontend/app.ts': 'changed\n' });

  const { code, stdout } = await check(root, '--json');

  expect([code, found(stdout)]).toEqual([1, [`warning ${path}`, 'error frontend/app.ts']]);
  expect(stdout).toContain('(before the change)');
});

test.each(['github', 'sarif', 'markdown', 'json', 'text'])(
  'the reporter %s tells it too',
  async (format) => {
    const root = repository();
    write(root, { 'frontend/app.ts': 'changed\n' });

    const { code, stdout } = await check(root, '--format', format);

    expect([code, stdout]).toEqual([1, expect.stringContaining('denied-paths-are-kept')]);
  },
);

test.each([
  ['nobody', ['--persona', 'nobody', '--changed'], 'PersonaNotFound'],
  ['no such revision', ['--persona', 'keeper', '--changed', 'nowhere'], 'GitFailed'],
  ['a flag about files', ['--persona', 'keeper', '--fix'], 'FlagWrong'],
])('%s is a problem', async (_, words, name) => {
  const { code, stderr } = await persona(repository(), ['check', ...words]);

  expect([code, stderr]).toEqual([2, expect.stringContaining(`(${name})`)]);
});

test('the check can be explained', async () => {
  const { code, stdout } = await persona(folder(), ['explain', 'denied-paths-are-kept']);

  expect([code, stdout]).toEqual([0, expect.stringContaining('every file that it touched')]);
});

/** A submodule at `libs` whose `frontend/app.ts` was there when it was taken in. */
function withSubmodule(): string {
  const other = folder({ 'frontend/app.ts': 'export {};\n', 'api.py': 'x = 1\n' });
  git(other, 'init', '-q');
  git(other, 'add', '.');
  git(other, 'commit', '-qm', 'one');
  const root = repository();
  git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', other, 'libs');
  git(root, 'commit', '-qam', 'libs');
  git(root, 'branch', '-f', 'main');
  return root;
}

test('a submodule counts by the files in it, however git is told to show it', async () => {
  const root = withSubmodule();
  const clean = await check(root, 'main', '--json');
  write(root, { 'libs/frontend/app.ts': 'changed\n', 'libs/api.py': 'x = 2\n' });
  const dirty = await check(root, 'main', '--json');
  git(join(root, 'libs'), 'commit', '-qam', 'two');
  git(root, 'commit', '-qam', 'libs again');
  git(root, 'config', 'submodule.libs.ignore', 'all');
  git(root, 'config', 'diff.submodule', 'log');
  const bumped = await check(root, 'main', '--json');

  expect(found(clean.stdout)).toEqual([]);
  expect(found(dirty.stdout)).toEqual(['error libs/frontend/app.ts']);
  expect(found(bumped.stdout)).toEqual(['error libs/frontend/app.ts']);
});

test('a submodule that is not checked out is one path', async () => {
  const root = withSubmodule();
  git(root, 'submodule', 'deinit', '-q', '-f', 'libs');
  git(root, 'mv', 'libs', 'frontend/libs');

  const { stdout } = await check(root, 'main', '--json');

  expect(found(stdout)).toContain('error frontend/libs');
});

test('a repository that somebody began within hides nothing', async () => {
  const root = repository();
  write(root, { 'src/nested/frontend/app.ts': '' });
  git(join(root, 'src/nested'), 'init', '-q');

  const { stdout } = await check(root, 'main', '--json');

  expect(found(stdout)).toEqual(['error src/nested/frontend/app.ts']);
});

test.each(['--assume-unchanged', '--skip-worktree'])(
  'a file that git takes for unchanged by `update-index %s` is looked at all the same',
  async (flag) => {
    const root = repository();
    git(root, 'update-index', flag, 'frontend/app.ts', 'frontend/gone.ts');
    write(root, { 'frontend/app.ts': 'changed\n' });

    const { stdout } = await check(root, 'main', '--json');

    expect(found(stdout)).toEqual(['error frontend/app.ts']);
  },
);

test('a name that differs in case only is the same file on the disk of somebody else', async () => {
  const root = repository();
  write(root, { 'Frontend/app.ts': '' });

  const { stdout } = await check(root, 'main', '--json');

  expect(found(stdout)).toEqual(['error Frontend/app.ts']);
});

test('what a merge brings from the base is not of the change, and what it adds itself is', async () => {
  const root = repository();
  write(root, { 'src/api.py': 'x = 2\n' });
  git(root, 'commit', '-qam', 'work');
  git(root, 'checkout', '-q', 'main');
  write(root, { 'frontend/app.ts': 'of main\n' });
  git(root, 'commit', '-qam', 'main');
  git(root, 'checkout', '-q', 'work');
  git(root, 'merge', '-q', '--no-commit', 'main');
  const before = await check(root, 'main', '--json');
  write(root, { 'frontend/gone.ts': 'of the merge\n' });
  git(root, 'commit', '-qam', 'merge');
  const after = await check(root, 'main', '--json');

  expect(found(before.stdout)).toEqual([]);
  expect(found(after.stdout)).toEqual(['error frontend/gone.ts']);
});
