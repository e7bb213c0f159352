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
