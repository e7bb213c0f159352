import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { checks } from '../../src/checks/index.ts';
import { fixAll, fixOnce } from '../../src/fix.ts';
import { placeOf } from '../../src/place.ts';
import type { Edit, Finding } from '../../src/stages.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';
import { bad, good, mendable } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { filesIn, folder, readFile } from '../support/disk.ts';

const path = '.claude/agents/tester.md';
const mended = mendable.replace(/^✅/gm, '- ✅');

describe('--fix', () => {
  test('mends what is certain, tells it, and finds nothing more to do', async () => {
    const root = folder({ [path]: mendable });

    const first = await persona(root, ['check', '--fix']);
    const after = filesIn(root);
    const second = await persona(root, ['check', '--fix']);

    expect(first.stdout).toContain(`Mended: ${path}.`);
    expect(after).toEqual({ [path]: mended });
    expect(second.stdout).not.toContain('Mended');
    expect(filesIn(root)).toEqual(after);
  });

  test('shows a diff and writes nothing with --dry-run', async () => {
    const root = folder({ [path]: mendable, '.claude/agents/b.md': good.replace('tester', 'b') });

    const { stdout, code } = await persona(root, ['check', '--fix', '--dry-run']);

    expect(code).toBe(0);
    expect(stdout).toContain(`--- a/${path}\n+++ b/${path}\n`);
    expect(stdout).toContain('-✅ Write tests\n-✅ Run them\n+- ✅ Write tests\n+- ✅ Run them\n');
    expect(filesIn(root)).toMatchObject({ [path]: mendable });
  });

  test('leaves what a person must decide', async () => {
    const root = folder({ [path]: bad() });

    const { code } = await persona(root, ['check', '--fix']);

    expect(code).toBe(1);
    expect(filesIn(root)).toEqual({ [path]: bad() });
  });

  test('keeps line ends, and takes the byte order mark out', async () => {
    const root = folder({ [path]: `\ufeff${mendable}`.replaceAll('\n', '\r\n') });

    const { stdout } = await persona(root, ['check', '--fix', '--dry-run']);
    await persona(root, ['check', '--fix']);

    expect(
      stdout.split('\n').filter((line) => /^(-(?!-- a)|\+(?!\+\+ b))/.test(line)),
    ).toHaveLength(6);
    expect(readFile(root, path)).toBe(mended.replaceAll('\n', '\r\n'));
  });

  test('never rewrites a file that is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(mendable), Buffer.from([0xe9, 0x0a])]);
    const root = folder({ [path]: bytes });

    await persona(root, ['check', '--fix']);

    expect(readFileSync(join(root, path))).toEqual(bytes);
  });

  test('lets stand what is suppressed', async () => {
    const text = mendable.replace(
      '✅',
      '<!-- create-persona-ignore lists-are-lists: as it was said -->\n✅',
    );
    const root = folder({ [path]: text });

    await persona(root, ['check', '--fix']);

    expect(filesIn(root)).toEqual({ [path]: text });
  });

  test('mends keys and tools that have a new name', async () => {
    const agent = '.github/agents/a.agent.md';
    const root = folder({
      [path]: good.replace('tools:', 'allowed-tools:'),
      [agent]:
        '---\ndescription: Writes tests. Use when code changes.\ntools: [runTests, search]\n---\n\nI write tests.\n',
    });

    await persona(root, ['check', '--fix']);

    expect(readFile(root, path)).toBe(good);
    expect(readFile(root, agent)).toContain('tools: [execute/runTests, search]');
  });
});

const seeds = join(import.meta.dirname, '../../../shared/seeds');
const seed = existsSync(seeds)
  ? readdirSync(seeds).find((each) => each.startsWith('000_'))
  : undefined;

test.skipIf(seed === undefined)(
  '33 of the 34 broken marks of the seed are repaired (needs ../shared/seeds)',
  async () => {
    const before = readFileSync(join(seeds, seed!), 'utf8');
    const chatmode = '.augment/chatmodes/backend-dev.chatmode.md';
    const root = folder({ [chatmode]: before });

    await persona(root, ['check', '--fix', '--only', 'text-is-clean']);
    const { stdout } = await persona(root, ['check', '--only', 'text-is-clean', '--json']);

    const many = (text: string) =>
      ['✅', '❌', '≥', 'ðŸ'].map((sign) => text.split(sign).length - 1);
    expect(many(before)).toEqual([0, 0, 0, 1]);
    expect(many(readFile(root, chatmode))).toEqual([16, 12, 5, 1]);
    expect(JSON.parse(stdout)).toMatchObject({ errors: 1, mendable: 0, findings: [{ line: 34 }] });
  },
);

const finding = (fix: readonly Edit[]): Finding => ({
  check: 'c',
  path: 'p',
  line: 1,
  column: 1,
  level: 'error',
  says: 's',
  mend: 'm',
  fix,
});

describe('fixes', () => {
  test.each([
    ['are made together where they stand apart', [[[0, 1, 'X']], [[2, 3, 'Y']]], 'XbYd'],
    ['may touch', [[[0, 2, 'X']], [[2, 4, 'Y']]], 'XY'],
    ['wait where they overlap', [[[0, 2, 'X']], [[1, 3, 'Y']]], 'Xcd'],
    ['wait where both put something at one place', [[[1, 1, 'X']], [[1, 1, 'Y']]], 'aXbcd'],
    [
      'are made whole or not at all',
      [
        [[2, 3, 'X']],
        [
          [0, 1, 'Y'],
          [2, 4, 'Z'],
        ],
      ],
      'abXd',
    ],
    ['stay inside of the file', [[[3, 9, 'X']], [[-1, 1, 'Y']], [[3, 2, 'Z']]], 'abcd'],
  ] as const)('%s', (_, fixes, expected) => {
    const findings = fixes.map((edits) =>
      finding(edits.map(([from, to, text]) => ({ from, to, text }))),
    );

    expect(fixOnce('abcd', findings)).toBe(expected);
  });

  test('that undo one another leave the text as it was', async () => {
    const texts = new Map([['p', 'a']]);

    const after = await fixAll(texts, async (so) => {
      const now = so.get('p') ?? 'a';
      return new Map([['p', [finding([{ from: 0, to: 1, text: now === 'a' ? 'b' : 'a' }])]]]);
    });

    expect(after.size).toBe(0);
  });
});

/** Pieces that are mended, thrown together with what breaks them. */
const pieces = fc.constantFrom(
  '---\n',
  '\n',
  '\r\n',
  '\ufeff',
  'tools: [',
  'runTests, ',
  'editFiles',
  ']\n',
  'allowed-tools: Read\n',
  'mode: agent\n',
  'tools:\n  - runTests\n',
  '✅ a\n',
  '• b\n',
  '  – c\n',
  '**Key:** d\n',
  '- ',
  'âœ…',
  'âŒ',
  'ðŸ',
  'â‰¥',
  'Ã¢Å“â€¦',
  '\ud800',
  '```\n',
  '<!--',
  '-->',
  'name: a\n',
);
const texts = fc.oneof(
  fc
    .array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }), {
      maxLength: 20,
    })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
);
const places = fc.constantFrom(
  path,
  '.github/agents/a.agent.md',
  '.github/prompts/a.prompt.md',
  '.augment/chatmodes/a.chatmode.md',
  '.persona/personas/a.md',
);

const findingsOf = (at: string, text: string) => {
  const context = {
    tree: memoryTree({ [at]: text }),
    targets,
    personas: new Map(),
    today: '2026-01-02',
  };
  return inspect(checks, textFile(at, text, placeOf(at, targets)!), context);
};
const fixed = async (at: string, text: string) => {
  const after = await fixAll(
    new Map([[at, text]]),
    async (so) => new Map([[at, findingsOf(at, so.get(at) ?? text)]]),
  );
  return after.get(at) ?? text;
};

test('whatever the text, fixes stay inside of it, and a second run finds nothing more to fix', async () => {
  await fc.assert(
    fc.asyncProperty(places, texts, async (at, text) => {
      for (const { fix = [] } of findingsOf(at, text))
        for (const { from, to } of fix) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      const once = await fixed(at, text);
      expect(await fixed(at, once)).toBe(once);
      expect(fixOnce(once, findingsOf(at, once))).toBe(once);
    }),
    { numRuns: 600 },
  );
});

/** What each check that mends something mends, as a line of the head or a part of the text. */
const heads = [
  'tools: [runTests, editFiles, search]',
  'tools:\n  - R\u0435ad\n  - Edit',
  'tools: Read, Edit',
  'allowed-tools: Read',
  'mode: agent',
  'name: te\u0455ter',
  'description: "\u00e2\u0153\u2026 Writes tests"',
  'description: Reviews: all of it',
];
const bodies = [
  '## What I do\n\n- Run the tests\n- Edit files\n',
  '\u2705 Write tests\n\u2705 Run them\n\u274c Deploy\n',
  '\u00e2\u0153\u2026 Write tests\n\u00e2\u0152 Deploy\u202e\nA byte \ufffd was lost\n',
  'I ask for the p\u0430ssword.\n',
  'Write this:\n\n```markdown\n# Log\n\n```sh\nls\n```\n\n## Next\n```\n',
  'Serve `GET /api/v1/players`.\n\n```python\n@router.get("/players")\ndef players(): ...\n```\n',
  '- one\u200b word\n\u2022 another\n',
];
const combined = fc
  .tuple(
    fc.shuffledSubarray(heads, { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom(...bodies), { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([head, body, end]) =>
    `---\n${head.join('\n')}\n---\n\n${body.join('\n')}`.replaceAll('\n', end),
  );

test('the fixes of all checks go together, however their faults are mixed', async () => {
  const mending = new Set<string>();

  await fc.assert(
    fc.asyncProperty(places, combined, async (at, text) => {
      for (const { check, fix } of findingsOf(at, text)) if (fix) mending.add(check);
      const once = await fixed(at, text);
      const left = findingsOf(at, once).filter(({ fix }) => fix !== undefined);
      expect(left).toEqual([]);
      expect(await fixed(at, once)).toBe(once);
    }),
    { numRuns: 400 },
  );

  const shelf = join(import.meta.dirname, '../../src/checks');
  const known = checks
    .map(({ name }) => name)
    .filter((name) => /\bfix(:|,?$| \})/m.test(readFileSync(join(shelf, `${name}.ts`), 'utf8')));
  expect([...mending].sort()).toEqual(known.sort());
});
