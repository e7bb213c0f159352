import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bad } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder, outside } from '../support/disk.ts';

/** The files of which there is something to say. */
async function named(root: string, ...words: readonly string[]) {
  const { stdout, code } = await persona(root, ['check', ...words, '--json']);
  const { findings, problem } = JSON.parse(stdout) as {
    findings?: readonly { path: string }[];
    problem?: { name: string };
  };
  return { code, paths: findings?.map(({ path }) => path) ?? problem?.name };
}

const files = {
  '.claude/agents/a.md': bad('a'),
  '.claude/agents/b.md': bad('b'),
  '.github/agents/c.agent.md': '# Rules\n',
  'packages/web/.claude/agents/d.md': bad('d'),
  'README.md': 'See [nothing](nothing.md).\n',
};

describe('check reads', () => {
  const root = folder(files);

  test.concurrent.each([
    ['a file', ['.claude/agents/a.md'], ['.claude/agents/a.md']],
    ['a file from here', ['./.claude/agents/a.md'], ['.claude/agents/a.md']],
    ['a file from the root', [join(root, '.claude/agents/a.md')], ['.claude/agents/a.md']],
    ['a folder', ['.claude/'], ['.claude/agents/a.md', '.claude/agents/b.md']],
    ['a glob', ['**/{a,d}.md'], ['.claude/agents/a.md', 'packages/web/.claude/agents/d.md']],
    ['a glob from here', ['./packages/**'], ['packages/web/.claude/agents/d.md']],
    [
      'each file once',
      ['.claude/agents/b.md', '.claude/**'],
      ['.claude/agents/a.md', '.claude/agents/b.md'],
    ],
    ['nothing of a file that is for people', ['README.md'], []],
  ])('%s', async (_, words, expected) => {
    expect((await named(root, ...words)).paths).toEqual(expected);
  });

  test.concurrent('all that there is, when nothing is named', async () => {
    const { paths } = await named(root);

    expect(new Set(paths)).toEqual(
      new Set(Object.keys(files).filter((path) => path !== 'README.md')),
    );
  });

  test.concurrent('the folder that --dir names', async () => {
    const { stdout } = await persona(outside(), ['check', '--dir', root, '.claude', '--json']);

    expect(JSON.parse(stdout)).toMatchObject({ files: 2, errors: 2 });
  });

  test.concurrent.each([
    ['a path that leads out', '../a.md', 'PathOutside'],
    ['another place on the disk', '/etc/hosts', 'PathOutside'],
    ['a glob that leads out', '../**/*.md', 'PathOutside'],
    ['a file that is not there', '.claude/agents/z.md', 'PathMissing'],
    ['a glob that matches nothing', '**/*.toml', 'PathMissing'],
  ])('nothing and says so: %s', async (_, word, problem) => {
    expect(await named(root, word)).toEqual({ code: 2, paths: problem });
  });
});

describe('a file that no reading would end, or that is not of the project', () => {
  test('is not read when it is empty of text, and stops nothing', async () => {
    const root = folder({ '.claude/agents/a.md': '' });

    expect(await named(root, '--no-cache')).toEqual({ code: 1, paths: ['.claude/agents/a.md'] });
  });

  test('is told of when it is larger than any agent file, and of nothing else in it', async () => {
    const root = folder({ '.claude/agents/a.md': 'a'.repeat(5 * 1024 * 1024) });

    const { stdout } = await persona(root, ['check', '--json']);

    expect(JSON.parse(stdout)).toMatchObject({
      errors: 1,
      findings: [{ check: 'size-fits', says: expect.stringContaining('5 MiB') as string }],
    });
  });

  test.runIf(process.platform !== 'win32')('is no file when it is a pipe', async () => {
    const root = folder({ '.claude/agents/a.md': bad('a') });
    execFileSync('mkfifo', [join(root, '.claude/agents/pipe.md')]);

    expect((await named(root)).paths).toEqual(['.claude/agents/a.md']);
    expect((await named(root, '.claude/agents/pipe.md')).paths).toBe('PathMissing');
  });

  test('is not shown when it is a link that leads out', async () => {
    const root = folder({ '.claude/agents/a.md': bad('a') });
    const elsewhere = folder({ 'secret.md': 'A secret.\n' });
    symlinkSync(join(elsewhere, 'secret.md'), join(root, '.claude/agents/link.md'));

    expect((await named(root)).paths).toEqual(['.claude/agents/a.md']);
    expect((await named(root, '.claude/agents/link.md')).paths).toBe('PathOutside');
  });
});

describe('what git ignores', () => {
  const ignored = () =>
    folder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/info/exclude': 'private/\n',
      '.gitignore': '/build/\n*.tmp.md\n',
      'sub/.gitignore': '!kept.tmp.md\n/.claude/agents/own.md\n',
      'build/.claude/agents/a.md': bad('a'),
      'private/.claude/agents/a.md': bad('a'),
      'node_modules/x/.claude/agents/a.md': bad('a'),
      '.claude/agents/b.tmp.md': bad('b.tmp'),
      'sub/.claude/agents/kept.tmp.md': bad('kept.tmp'),
      'sub/.claude/agents/own.md': bad('own'),
      'sub/build/.claude/agents/c.md': bad('c'),
    });

  test('is not read', async () => {
    const { paths } = await named(ignored());

    expect(new Set(paths)).toEqual(
      new Set(['sub/.claude/agents/kept.tmp.md', 'sub/build/.claude/agents/c.md']),
    );
  });

  test('is not read in a folder of the repository either, by the rules above it', async () => {
    const { paths } = await named(join(ignored(), 'sub'));

    expect(new Set(paths)).toEqual(
      new Set(['.claude/agents/kept.tmp.md', 'build/.claude/agents/c.md']),
    );
  });

  test('is read when it is named', async () => {
    const { paths } = await named(ignored(), 'build/.claude/agents/a.md');

    expect(paths).toEqual(['build/.claude/agents/a.md']);
  });

  test('is read where the project itself is in an ignored folder', async () => {
    const { paths } = await named(join(ignored(), 'build'));

    expect(paths).toEqual(['.claude/agents/a.md']);
  });
});
