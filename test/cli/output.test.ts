import { beforeAll, describe, expect, test } from 'vitest';
import { ended, persona, program } from '../support/built.ts';
import { copyOf, filesIn, folder, write } from '../support/disk.ts';

const own = (budget: number) =>
  `---\nid: tester\ntitle: Tester\nsummary: Tests all. Use when code changes.\nexpertise: [Tests]\nfocus: [Tests]\ncan: [read]\nbudget: ${budget}\n---\n\n## Role description\n\nTests.\n`;

/** A persona whose agent file cannot keep its budget. */
const tight = { '.persona/personas/tester.md': own(9) };

let standing: string;
beforeAll(async () => {
  standing = folder();
  await persona(standing, ['architect', '--quiet']);
});

describe('--json prints one document and nothing else', () => {
  const documentOf = async (root: string, words: readonly string[]) => {
    const { code, stdout, stderr } = await persona(root, [...words, '--json']);
    return { code, stderr, document: JSON.parse(stdout) as Record<string, unknown> };
  };

  test.concurrent('of what was written', async () => {
    const root = folder();

    const { code, stderr, document } = await documentOf(root, ['architect', '--targets', 'claude']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(document).toMatchObject({ generator: 'persona', wrote: true, replaced: [] });
    expect((document['written'] as string[]).toSorted()).toEqual(
      Object.keys(filesIn(root)).toSorted(),
    );
  });

  test.concurrent('of findings', async () => {
    const root = folder(tight);

    const made = await documentOf(root, ['tester', '--targets', 'claude']);

    expect(made).toMatchObject({ code: 1, stderr: '', document: { wrote: false, written: [] } });
    expect(made.document['findings']).toContainEqual(
      expect.objectContaining({ check: 'budget-is-kept', level: 'error' }),
    );
    expect(filesIn(root)).toEqual(tight);
  });

  test.concurrent('of a problem', async () => {
    const { code, stderr, document } = await documentOf(folder(), [
      'architect',
      '--targets',
      'nobody',
    ]);

    expect({ code, stderr, document }).toMatchObject({
      code: 2,
      stderr: '',
      document: { problem: { name: 'ChoiceUnknown' } },
    });
  });

  test.concurrent.each([
    ['architect', '--dry-run'],
    ['architect', '--diff'],
    ['check'],
    ['list'],
    ['explain', 'execute'],
    ['explain', 'type-hints'],
    ['explain', 'tools-are-known'],
  ])('of %s %s', async (...words) => {
    const { code, stderr } = await documentOf(
      standing,
      words.filter((word) => word !== undefined),
    );

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test.concurrent('of --demo', async () => {
    const { code, stderr, document } = await documentOf(folder(), ['--demo']);

    expect({ code, stderr, document }).toMatchObject({
      code: 0,
      stderr: '',
      document: { wrote: true },
    });
  });
});

describe('--quiet', () => {
  test.concurrent('prints nothing when all is well', async () => {
    const ends = await Promise.all(
      [['persona', 'devops', '--targets', 'claude'], ['check']].map((words) =>
        persona(copyOf(standing), [...words, '--quiet']),
      ),
    );

    expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(ends[0]!.stdout).toBe('');
    expect(ends[1]!.stdout).not.toContain('files:');
  });

  test.concurrent('prints findings and problems', async () => {
    const [findings, problem] = await Promise.all([
      persona(folder(tight), ['tester', '-q', '--targets', 'claude']),
      persona(folder(tight), ['tester', '-q', '--targets', 'nobody']),
    ]);

    expect(findings).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('budget-is-kept') as string,
    });
    expect(problem).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('(ChoiceUnknown)') as string,
    });
  });
});

test.concurrent('a reader that stops listening ends the program quietly', async () => {
  const root = copyOf(standing);
  const line = (words: string) =>
    `set -o pipefail; "${process.execPath}" "${program}" ${words} | head -1`;

  const ends = await Promise.all(
    ['list', 'explain type-hints', '--help', 'backend-dev --diff', 'check --json'].map((words) =>
      ended('bash', ['-c', line(words)], root),
    ),
  );

  expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    ends.map(() => ({ code: 0, stderr: '' })),
  );
});

test.concurrent('a reader that was never there changes nothing about what is written', async () => {
  const root = folder();

  const { code } = await ended(
    'bash',
    ['-c', `"${process.execPath}" "${program}" architect >&-`],
    root,
  );

  expect(code).toBe(0);
  expect(filesIn(root)).toEqual(filesIn(standing));
});

test.concurrent('a persona within its budget passes where the tight one does not', async () => {
  const root = folder();
  write(root, { '.persona/personas/tester.md': own(2000) });

  const { code } = await persona(root, ['tester', '--targets', 'claude']);

  expect(code).toBe(0);
});
