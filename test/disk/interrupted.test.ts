import { beforeAll, describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder } from '../support/disk.ts';
import { moves, signalled, writes } from '../support/signal.ts';

const words = ['architect', '--targets', 'claude'];

let before: string;
let many: number;

beforeAll(async () => {
  before = folder({ 'README.md': '# Mine\n' });
  const clean = copyOf(before);
  await persona(clean, words);
  // One for the journal and one for each file, but that which was there.
  many = Object.keys(filesIn(clean)).length;
});

describe('Ctrl-C', () => {
  test.concurrent('after any of the moves takes all of them back', async () => {
    const ends = await Promise.all(
      Array.from({ length: many }, async (_, nth) => {
        const root = copyOf(before);
        const { code, stdout, stderr } = await signalled('SIGINT', nth + 1, moves, root, words)
          .ended;
        return { code, stdout, stderr, files: filesIn(root) };
      }),
    );

    expect(ends.length).toBeGreaterThan(6);
    for (const { code, stdout, stderr, files } of ends) {
      expect({ code, stdout, files }).toEqual({ code: 130, stdout: '', files: filesIn(before) });
      expect(stderr).toContain('Interrupted. Nothing was written.');
    }
  });

  test.concurrent('before the first of them leaves nothing, in a folder of its own either', async () => {
    const root = folder();

    const { code } = await signalled('SIGINT', 1, writes, root, [...words, '--dir', 'new/deep'])
      .ended;

    expect({ code, files: filesIn(root) }).toEqual({ code: 130, files: {} });
  });

  test.concurrent('is one JSON document with --json', async () => {
    const { code, stdout, stderr } = await signalled('SIGINT', 2, moves, folder(), [
      ...words,
      '--json',
    ]).ended;

    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ problem: { name: 'Interrupted' } });
  });
});
