import fs from 'fs-extra';
import { afterAll, expect, test } from 'vitest';
import { diskTree } from '../../src/tree.ts';
import { ownCopy } from '../support/own-copy.ts';

/**
 * What a contributor does first: each unit is made by the real plop, in a copy of the repository.
 * The tests run one after the other, for each goes on where the one before it ended.
 */
const { copy, run: runIn } = ownCopy();
afterAll(() => fs.removeSync(copy));

const run = (program: string, ...words: readonly string[]) => runIn(program, words);

const plop = (...words: readonly string[]) => run('plop/bin/plop.js', ...words);

const textsOf = () => {
  const tree = diskTree(copy);
  return new Map(tree.paths().map((path) => [path, tree.read(path)!]));
};

const units = [
  {
    words: ['check', 'tools-are-sorted'],
    makes: ['src/checks/tools-are-sorted.ts', 'test/checks/tools-are-sorted.test.ts'],
    lists: {
      'src/checks/index.ts': [
        "import toolsAreSorted from './tools-are-sorted.ts';",
        '  toolsAreSorted,',
      ],
    },
  },
  {
    words: ['target', 'zed'],
    makes: ['src/targets/vocabulary/zed.json', 'src/targets/zed.ts', 'test/targets/zed.test.ts'],
    lists: { 'src/targets/index.ts': ["import zed from './zed.ts';", '\n  zed,\n];'] },
  },
  {
    words: ['convention', 'small-functions'],
    makes: ['src/code-checks/small-functions.ts', 'templates/conventions/small-functions.md'],
    lists: {
      'src/code-checks/index.ts': [
        "import smallFunctions from './small-functions.ts';",
        '  smallFunctions,',
      ],
    },
  },
  {
    words: ['generator', 'runbook'],
    makes: [
      'generators/runbook.ts',
      'templates/primitives/runbook.md.hbs',
      'test/golden/runbook/answers.json',
    ],
    lists: {
      'generators/index.ts': ["import runbook from './runbook.ts';", 'runbook'],
      'src/reserved.ts': ["'runbook'"],
    },
  },
] as const;

test.each(units)('plop $words.0 makes its files and its lines, and nothing else', async (unit) => {
  const before = textsOf();

  const { code, out } = await plop(...unit.words);

  expect(out).toContain('Wrote:');
  expect(code).toBe(0);
  const changed = [...textsOf()].filter(([path, text]) => before.get(path) !== text);
  const lists: Readonly<Record<string, readonly string[]>> = unit.lists;
  expect(changed.map(([path]) => path)).toEqual([...unit.makes, ...Object.keys(lists)].sort());
  for (const [path, text] of changed)
    for (const each of lists[path] ?? []) expect(text).toContain(each);
});

test.each(units)('plop $words.0 once more changes nothing, and says so', async ({ words }) => {
  const before = textsOf();

  const { code, out } = await plop(...words);

  expect(out).toContain('as they should be. Nothing was written.');
  expect(code).toBe(0);
  expect(textsOf()).toEqual(before);
});

test.each([
  ['a name with capitals', ['check', 'ToolsAreSorted'], 'lower-case words joined by hyphens'],
  ['a name that leads elsewhere', ['target', '../zed'], 'lower-case words joined by hyphens'],
  ['the name of a check that is there', ['check', 'tools-are-known'], 'is there already'],
])('plop refuses %s', async (_, words, because) => {
  const before = textsOf();

  const { code, out } = await plop(...words);

  expect(out).toContain(because);
  expect(code).not.toBe(0);
  expect(textsOf()).toEqual(before);
});

test('what was made has clean types, is formatted, and passes lint', async () => {
  const sources = units
    .flatMap(({ makes, lists }) => [...makes, ...Object.keys(lists)])
    .filter((path) => /\.(ts|json)$/.test(path));
  const ends = await Promise.all([
    run('typescript/bin/tsc', '--noEmit'),
    run('@biomejs/biome/bin/biome', 'format', ...sources),
    run('@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', ...sources),
  ]);

  for (const { code, out } of ends) expect(code, out).toBe(0);
}, 180_000);

test('the shelves are whole, and each unit fails a test that says what to fill in', async () => {
  const { out } = await run(
    'vitest/vitest.mjs',
    'run',
    '--reporter=json',
    'test/shelves.test.ts',
    'test/layers.test.ts',
    'test/checks/examples.test.ts',
    'test/conventions/examples.test.ts',
    'test/checks/tools-are-sorted.test.ts',
    'test/targets/zed.test.ts',
    'test/golden',
    'test/units/filled-in.test.ts',
  );

  const report = JSON.parse(out.slice(out.indexOf('{'), out.lastIndexOf('}') + 1)) as Report;
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status === 'failed');
  expect(all.length).toBeGreaterThan(100);
  expect(failed.map(({ fullName }) => fullName.trim()).sort()).toEqual([
    "'small-functions' catches its bad example",
    "'tools-are-sorted' has this to say of its bad example",
    'FILL IN: an edge that must be found, in words',
    'nothing of a new unit is left to be filled in',
    'runbook',
    'the architect becomes the agent file that the tool documents',
  ]);
  const holes = failed.find(({ fullName }) => fullName.includes('nothing of a new unit'));
  for (const path of units.flatMap(({ makes }) => makes.filter((each) => !each.endsWith('.json'))))
    expect(holes?.failureMessages.join('\n')).toContain(`${path}:`);
}, 180_000);

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
