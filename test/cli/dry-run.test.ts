import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ended, persona } from '../support/built.ts';
import { copyOf, filesIn, folder, outside } from '../support/disk.ts';

/** Projects to begin from: an empty one, and one in which half of it stands and one file is old. */
const starts: Record<string, string> = {};

beforeAll(async () => {
  starts['an empty project'] = folder({ 'README.md': '# Mine\n' });
  const half = folder();
  await persona(half, ['backend-dev', '--targets', 'copilot']);
  fs.appendFileSync(
    join(half, '.persona/personas/backend-dev.md'),
    '\n## House rules\n\nBe kind.\n',
  );
  starts['a project that has some of it'] = half;
});

const words = ['backend-dev', '--targets', 'copilot,claude'];

/** The trees of a report, without the words before them. */
const trees = (report: string) => [...report.matchAll(/^(?: {2,}\S.*\n)+/gm)].map(([tree]) => tree);

describe.each(['an empty project', 'a project that has some of it'])('in %s', (start) => {
  test.concurrent('--dry-run writes nothing, and shows the files that a run then writes, and what would be lost', async () => {
    const root = copyOf(starts[start]!);

    const dry = await persona(root, [...words, '--dry-run']);
    const between = filesIn(root);
    const wet = await persona(root, words);

    expect({ code: dry.code, between }).toEqual({ code: 0, between: filesIn(starts[start]!) });
    expect(trees(dry.stdout)).toEqual(trees(wet.stdout).slice(0, trees(dry.stdout).length));
    expect(
      dry.stdout.replace('Would write:', 'Wrote:').replace('Would replace:', 'Replaced:'),
    ).toBe(`${wet.stdout.split('\n\nNext:')[0]}\n`);
  });

  test.concurrent('--diff writes nothing, and is a patch that does what a run does', async () => {
    const root = copyOf(starts[start]!);
    const patched = copyOf(starts[start]!);

    const { code, stdout } = await persona(root, [...words, '--diff']);
    const between = filesIn(root);
    await persona(root, words);
    const patch = join(outside(), 'all.patch');
    fs.writeFileSync(patch, stdout);
    const git = await ended('git', ['apply', '--whitespace=nowarn', patch], patched, {
      env: { GIT_CEILING_DIRECTORIES: join(patched, '..') },
    });

    expect({ code, between }).toEqual({ code: 0, between: filesIn(starts[start]!) });
    expect(git).toMatchObject({ code: 0, stderr: '' });
    expect(filesIn(patched)).toEqual(filesIn(root));
  });
});

test.concurrent('once all is written, neither has anything to show', async () => {
  const root = copyOf(starts['an empty project']!);
  await persona(root, words);

  const [dry, diff] = await Promise.all(
    ['--dry-run', '--diff'].map((flag) => persona(root, [...words, flag])),
  );

  expect(dry!.stdout).toMatch(
    /^All \d+ files are as they should be\. Nothing would be written\.$/m,
  );
  expect(diff!.stdout).toBe('Nothing would change.\n');
});

test.concurrent('a dry run stops at a file in the way, as the run would, and --diff shows what would be lost', async () => {
  const root = folder({ '.claude/agents/backend-dev.md': 'mine\n' });

  const [dry, diff] = await Promise.all(
    ['--dry-run', '--diff'].map((flag) => persona(root, [...words, flag])),
  );

  expect(dry).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('(FileInTheWay)') as string,
  });
  expect(diff).toMatchObject({ code: 0, stdout: expect.stringContaining('\n-mine\n') as string });
  expect(filesIn(root)).toEqual({ '.claude/agents/backend-dev.md': 'mine\n' });
});
