import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fs from 'fs-extra';
import { afterAll, describe, expect, test } from 'vitest';
import { ownCopy } from '../support/own-copy.ts';

/**
 * "Adding a target" of CONTRIBUTING.md, walked in its order: a tool that nobody has, made by the
 * command, each step done as the text says, and at the end everything is green.
 */
const { copy, run } = ownCopy();
afterAll(() => fs.removeSync(copy));

const contributing = readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');
const [, section = ''] = /^## Adding a target\n(.*?)^### When a vocabulary/ms.exec(contributing)!;
const steps = [...section.matchAll(/^\d\. (.+?)(?=^\d\. |\n\n)/gms)].map(([, text]) =>
  text!.replaceAll(/\s+/g, ' ').trim(),
);

const [target, words, ownTest] = [
  'src/targets/zed.ts',
  'src/targets/vocabulary/zed.json',
  'test/targets/zed.test.ts',
];

/** Its servers have tools of their own, which are named as the target names them. */
const documented = `    name: 'architect',
    description: architect.summary,
    tools: [
      'look',
      'serena/find_symbol',
      'serena/find_referencing_symbols',
      'serena/get_symbols_overview',
      'serena/replace_symbol_body',
      'serena/read_memory',
      'serena/write_memory',
    ],
`;

/** What a contributor changes in a file. Each piece must stand there, and does so once. */
function edit(path: string, ...pieces: readonly (readonly [was: string, is: string])[]) {
  let text = readFileSync(join(copy, path), 'utf8');
  for (const [was, is] of pieces) {
    expect(text.split(was).length, `${path} has ${was}`).toBe(2);
    text = text.replace(was, () => is);
  }
  fs.outputFileSync(join(copy, path), text);
}

const failing = async (...paths: readonly string[]) => {
  const { out } = await run('vitest/vitest.mjs', ['run', '--reporter=json', ...paths]);
  const report = JSON.parse(out.slice(out.indexOf('{'), out.lastIndexOf('}') + 1)) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(all.length).toBeGreaterThan(0);
  return all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName.trim());
};

describe('a contributor who adds a target', () => {
  test('finds a command, and six steps', async () => {
    const [, command] = /```bash\nnpx plop (.+)\n```/.exec(section)!;

    const { code } = await run('plop/bin/plop.js', command!.split(' '));

    expect(code).toBe(0);
    expect(steps).toHaveLength(6);
  });

  test('links to the pages of its makers', () => {
    expect(steps[0]).toMatch(/^Link to the pages .*No link, no path\.$/);
    edit(target, [
      '// FILL IN: links to the pages that say where the tool looks, and which keys it reads',
      '// https://example.org/zed/agents',
    ]);
  });

  test('gives each kind a home or a reason, and lists the keys', () => {
    expect(steps[1]).toMatch(/^Give each kind of artifact its \*\*home\*\*.*`null`.*`why`.*`keys`/);
    edit(
      target,
      ['FILL IN: its name, as its makers write it', 'Zed'],
      [
        '  // FILL IN: where each kind of file lives, `null` where the tool has no place for it\n',
        '',
      ],
      ["memory: 'FILL IN: what the tool does instead.'", "memory: 'Zed keeps none.'"],
      ["prompt: 'FILL IN: what the tool does instead.'", "prompt: 'Zed has no prompts.'"],
      ['  // FILL IN: every key that the tool reads, `!` where it must be there\n', ''],
    );
  });

  test('fills in the vocabulary', () => {
    expect(steps[2]).toMatch(/^Fill in the \*\*vocabulary\*\*/);
    edit(
      words,
      ['FILL IN: the page that lists the tools', 'https://example.org/zed/tools'],
      ['"FILL IN": "read files"', '"look": "read files"'],
    );
  });

  test('writes by hand what the documentation shows, and the test of the target passes', async () => {
    expect(steps[3]).toMatch(/^In `test\/targets\/zed\.test\.ts`, write the front matter/);
    expect(await failing(ownTest)).toHaveLength(1);

    edit(ownTest, [
      "    'FILL IN': 'each key and its value, as in the example of the documentation',\n",
      documented,
    ]);

    expect(await failing(ownTest)).toEqual([]);
  }, 120_000);

  test('says how the tool can be made to hold an agent', () => {
    expect(steps[4]).toMatch(/^`enforcement` is for a tool with hooks or permissions/);
    edit(target, [
      '  description: { most: 1024 },\n',
      `  enforcement: {
    holdsPaths: true,
    everyone: ({ paths }) =>
      paths.deny.map((glob) => ({ path: '.zed/settings.json', list: ['deny'], item: glob })),
  },
  description: { most: 1024 },
`,
    ]);
  });

  test('says what it cannot be held to', () => {
    expect(steps[5]).toMatch(/^`advisory` says what the tool cannot be held to/);
    edit(
      target,
      ['FILL IN: what the tool lacks, so that nothing enforces it', 'Zed has no list of paths'],
      ['FILL IN: what the tool lacks; ours is counted before we write', 'Zed has no budget'],
      ['FILL IN: what the tool lacks; the text names them', 'Zed has no hand-offs'],
    );
  });

  test('changed one line of what was there', () => {
    const text = (root: string) => readFileSync(join(root, 'src/targets/index.ts'), 'utf8');
    const before = new Set(text(join(import.meta.dirname, '../..')).split('\n'));

    const added = text(copy)
      .split('\n')
      .filter((line) => !before.has(line));

    expect(added).toEqual(["import zed from './zed.ts';", '  zed,']);
  });

  test('has clean types, and all that holds targets holds this one', async () => {
    const ends = await Promise.all([
      run('typescript/bin/tsc', ['--noEmit']),
      run('@biomejs/biome/bin/biome', ['check', '--assist-enabled=false', target, words, ownTest]),
    ]);
    for (const { code, out } of ends) expect(code, out).toBe(0);

    const failed = await failing(
      ...['test/shelves.test.ts', 'test/layers.test.ts', 'test/vocabulary.test.ts', ownTest],
      ...['test/grant.test.ts', 'test/beside-the-agent.test.ts', 'test/units/filled-in.test.ts'],
    );

    expect(failed).toEqual([]);
  }, 240_000);

  test('and the package that is built writes for it, and tells what is lost', async () => {
    const built = await run('tsx/dist/cli.mjs', ['build/build.ts']);
    expect(built.code, built.out).toBe(0);

    const { code, out } = await run('dist/create-persona.cjs', [
      ...['architect', '--targets', 'zed', '--guard-all', '--json', '--yes', '--dir', 'somewhere'],
    ]);

    expect(code, out).toBe(0);
    const { written, losses } = JSON.parse(out) as {
      written: string[];
      losses: { what: string; heldBy?: string }[];
    };
    expect(written).toEqual(
      expect.arrayContaining(['.zed/agents/architect.md', '.zed/settings.json']),
    );
    const lost = (how: string) => losses.filter(({ what }) => what === how);
    expect(lost('paths').every(({ heldBy }) => heldBy === 'a hook')).toBe(true);
    expect(lost('capability')).not.toEqual([]);
  }, 120_000);
});
