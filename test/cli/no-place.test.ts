import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn, folder } from '../support/disk.ts';

const prompt = [
  'prompt',
  'Add a page',
  '--purpose',
  'A page from a sketch',
  '--steps',
  'Draw; Write',
];

describe('what a tool has no place for', () => {
  test.concurrent.each([
    ['a prompt', [...prompt, '--targets', 'hypertool,agents-md']],
    ['a skill', [...prompt, '--skill', '--targets', 'augment']],
    ['a convention', ['instruction', 'type-hints', '--targets', 'hypertool']],
    [
      'rules of ones own',
      [
        'instruction',
        'Api',
        '--apply-to',
        'src/**',
        '--rules',
        'Be kind',
        '--targets',
        'hypertool',
      ],
    ],
  ])('is a problem where nothing else is to be written: %s', async (_, words) => {
    const root = folder();

    const { code, stdout, stderr } = await persona(root, words);

    expect({ code, stdout, files: filesIn(root) }).toEqual({ code: 2, stdout: '', files: {} });
    expect(stderr).toContain('(NoPlace)');
    expect(stderr).toMatch(/ {2}(hypertool|augment): \S.+\./);
  });

  test.concurrent('is told, with the reason, beside what is written for another tool', async () => {
    const root = folder();

    const { code, stdout } = await persona(root, [...prompt, '--targets', 'hypertool,copilot']);

    expect(code).toBe(0);
    expect(stdout).toContain('Not written there:\n  hypertool  prompt  Add a page\n');
    expect(stdout).toContain('a pack is tools without text');
  });

  test.concurrent('stands in the JSON, and in the README of a persona', async () => {
    const root = folder();

    const { stdout } = await persona(root, [
      ...['qa-engineer', '--targets', 'hypertool,claude', '--readme', '--json'],
    ]);

    const { losses } = JSON.parse(stdout) as { losses: { target: string; what: string }[] };
    expect(
      losses.filter(({ what }) => what === 'instruction').map(({ target }) => target),
    ).toContain('hypertool');
    expect(filesIn(root)['.persona/README.md']).toMatch(
      /\| hypertool \| instruction \| .+ \| a pack is tools without text \| {2}\|/,
    );
  });
});
