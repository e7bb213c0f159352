import { beforeAll, describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { folder } from '../support/disk.ts';
import { hasTerminal, sit } from '../support/terminal.ts';

const colour = '\x1b[';
const words = ['check'];

/** A project of which there is something to say. */
let root: string;
beforeAll(() => {
  root = folder({
    '.claude/agents/x.md': '---\nname: other\ndescription: D\ntools: Nothing\n---\n\n# X\n',
  });
});

test.concurrent('nothing is coloured in a pipe, and no more is asked of it', async () => {
  const ends = await Promise.all(
    [words, [...words, '--no-color'], ['chek']].map((each) => persona(root, each)),
  );

  expect(ends.map(({ code }) => code)).toEqual([1, 1, 2]);
  expect(ends.map(({ stdout, stderr }) => `${stdout}${stderr}`.includes(colour))).toEqual([
    false,
    false,
    false,
  ]);
});

describe.skipIf(!hasTerminal)('in a terminal (needs node-pty)', () => {
  test.concurrent.each([
    ['findings are coloured', words, {}, true],
    ['problems are coloured', ['chek'], {}, true],
    ['--no-color is honoured', [...words, '--no-color'], {}, false],
    ['--no-color is honoured by problems', ['chek', '--no-color'], {}, false],
    ['NO_COLOR is honoured', words, { NO_COLOR: '1' }, false],
    ['NO_COLOR is honoured by problems', ['chek'], { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', words, { NO_COLOR: '' }, true],
    ['a dumb terminal gets none', words, { TERM: 'dumb' }, false],
    ['CI gets none', words, { CI: 'true' }, false],
  ])('%s', async (_, each, env, hasColor) => {
    const { raw, screen } = await sit(root, each, env).ended;

    expect(raw.includes(colour)).toBe(hasColor);
    expect(screen).toMatch(/x\.md|Did you mean/);
  });
});
