import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pythonTools } from '../stack/python.ts';
import { bad, good } from '../support/agents.ts';
import { ended } from '../support/built.ts';
import { folder, readFile, write } from '../support/disk.ts';

const root = join(import.meta.dirname, '../..');
const tools = await pythonTools();

/** All of ours: npm is to find what it needs with the settings of this machine. */
const settings = Object.fromEntries(
  Object.entries(process.env).filter((each): each is [string, string] => each[1] !== undefined),
);

/** Git with an author, and without the settings of whoever runs the tests. */
const git = (cwd: string, ...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
  }).trim();

/** This tree as a stranger would get it by git: what is committed and what is about to be. */
function published(): { readonly place: string; readonly rev: string } {
  const place = folder({});
  const paths = git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split(
    '\0',
  );
  for (const path of paths.filter((each) => each !== '')) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    cpSync(join(root, path), join(place, path), { verbatimSymlinks: true });
  }
  git(place, 'init', '--quiet');
  git(place, 'add', '--all');
  git(place, 'commit', '--quiet', '--message', 'all');
  return { place, rev: git(place, 'rev-parse', 'HEAD') };
}

describe.skipIf(tools === undefined)('pre-commit, from a git revision', () => {
  const home = folder({});
  const project = folder({ 'README.md': '# A project\n' });
  const hook = (id: string, ...words: readonly string[]) =>
    ended(join(tools!, 'pre-commit'), ['run', id, '--color', 'never', ...words], project, {
      env: { ...settings, PRE_COMMIT_HOME: home },
    });

  beforeAll(async () => {
    const { place, rev } = published();
    write(project, {
      '.pre-commit-config.yaml': [
        'repos:',
        `  - repo: ${place}`,
        `    rev: ${rev}`,
        '    hooks:',
        '      - id: create-persona-check',
        '      - id: create-persona-fix',
        '      - id: create-persona-paths',
        '        args: [--persona, backend-dev]',
        '',
      ].join('\n'),
    });
    git(project, 'init', '--quiet');
    git(project, 'add', '--all');
    git(project, 'commit', '--quiet', '--message', 'first');
    const { code, stdout, stderr } = await ended(
      join(tools!, 'pre-commit'),
      ['install-hooks', '--color', 'never'],
      project,
      { env: { ...settings, PRE_COMMIT_HOME: home } },
    );
    expect(`${stdout}${stderr}`).not.toContain('rror');
    expect(code).toBe(0);
  }, 600_000);

  test('an agent file with a fault is not committed, and the finding says where it is', async () => {
    write(project, { ['.claude/agents/a.md']: bad('a') });
    git(project, 'add', '--all');

    const { code, stdout } = await hook('create-persona-check');

    expect(code).toBe(1);
    expect(stdout).toContain('.claude/agents/a.md');
    expect(stdout).toMatch(/\b8:\d+ +error\b/);
    git(project, 'rm', '--quiet', '--force', '.claude/agents/a.md');
  });

  test('a good one is', async () => {
    write(project, { ['.claude/agents/tester.md']: good });
    git(project, 'add', '--all');

    expect(await hook('create-persona-check')).toMatchObject({ code: 0 });
  });

  test('an agent in TOML is read too', async () => {
    write(project, { ['.codex/agents/a.toml']: 'name = "a"\n' });
    git(project, 'add', '--all');

    const { code, stdout } = await hook('create-persona-check');

    expect(code).toBe(1);
    expect(stdout).toContain('.codex/agents/a.toml');
    git(project, 'rm', '--quiet', '--force', '.codex/agents/a.toml');
  });

  test('what is certain is mended, and the next run is content', async () => {
    write(project, { ['.claude/agents/tester.md']: `${good}\nA âœ… to begin with.\n` });
    git(project, 'add', '--all');

    const { code, stdout } = await hook('create-persona-fix');

    expect(code).toBe(1);
    expect(stdout).toContain('files were modified by this hook');
    expect(readFile(project, '.claude/agents/tester.md')).toContain('A ✅ to begin with.');
    git(project, 'add', '--all');
    expect(await hook('create-persona-fix')).toMatchObject({ code: 0 });
  });

  test('a file that the persona may not change is not committed', async () => {
    expect(await hook('create-persona-paths')).toMatchObject({ code: 0 });
    write(project, { ['frontend/app.tsx']: 'export {};\n' });
    git(project, 'add', '--all');

    const { code, stdout } = await hook('create-persona-paths');

    expect(code).toBe(1);
    expect(stdout).toContain('frontend/app.tsx');
  });
});
