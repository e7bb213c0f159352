import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { units } from '../../generators/units/index.ts';
import { diskTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';

/** What CONTRIBUTING.md says is true. */
const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const text = read('CONTRIBUTING.md');
const matches = (pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, found]) => found!)),
];

test('every npm script that it names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...matches(/npm run ([a-z:]+)/g), ...matches(/npm (test|start)\b/g)];
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('every path that it names is there, but for those of new units', () => {
  const paths = matches(/`((?:src|test|templates|generators)\/[\w./-]*)`/g);
  const missing = paths.filter((path) => !existsSync(join(root, path)));
  expect(paths.length).toBeGreaterThan(15);
  expect(missing.filter((path) => !/tools-are-sorted|zed|runbook/.test(path))).toEqual([]);
});

test('the persona that one copies is there, and the new one is not', () => {
  const [, from, to] = /^cp (\S+) (\S+)$/m.exec(text)!;
  expect(existsSync(join(root, from!))).toBe(true);
  expect(existsSync(join(root, to!))).toBe(false);
});

test('every section that it links to is there', () => {
  const anchors = matches(/^#+ (.+)$/gm).map((title) => title.toLowerCase().replaceAll(' ', '-'));
  expect(matches(/\]\(#([^)]+)\)/g).filter((link) => !anchors.includes(link))).toEqual([]);
});

describe.each(units)('npx plop $name', ({ name, questions, plan }) => {
  test('has a section that begins with it, and the name that it shows is free', () => {
    const [, example] = new RegExp(`^## .*\\n\\n\`\`\`bash\\nnpx plop ${name} (\\S+)\\n`, 'm').exec(
      text,
    )!;
    const [question] = questions;
    expect(question?.kind === 'text' && question.refuse?.(example!)).toBe(false);
  });

  test('writes what the table says', async () => {
    const row = text.split('\n').find((line) => line.includes(`\`npx plop ${name} <`))!;
    const said = [...row.split('|')[3]!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
    const workspace = await openWorkspace('', { project: diskTree(root), today: '2026-01-02' });

    const { files } = plan({ name: 'quite-new' }, workspace);

    expect(files.map(({ path }) => path)).toEqual(
      said.map((path) => path.replace(/<\w+>/, 'quite-new')),
    );
  });
});
