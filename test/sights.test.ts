import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Context, Sight } from '../src/check.ts';
import { looksOf, noting } from '../src/review/sights.ts';
import { targets } from '../src/targets/index.ts';
import { memoryTree } from '../src/tree.ts';
import { persona } from './support/checks.ts';

const contextOf = (
  files: Readonly<Record<string, string>>,
  more: Partial<Context> = {},
): Context => ({
  tree: memoryTree(files),
  targets,
  personas: new Map(),
  today: '2026-01-31',
  ...more,
});

const hashOf = (text: string) => createHash('sha1').update(text).digest('hex');
const look = (context: Context, sight: Sight) =>
  looksOf(context, (path) => hashOf(context.tree.read(path) ?? 'none'), hashOf)(sight);

test.each<readonly [string, (context: Context) => unknown, readonly Sight[]]>([
  ['whether a file is there', ({ tree }) => tree.has('a.md'), ['has a.md']],
  ['the text of a file', ({ tree }) => tree.read('a.md'), ['read a.md']],
  ['a folder', ({ tree }) => tree.under('docs'), ['under docs']],
  ['every path', ({ tree }) => tree.paths(), ['paths']],
  ['the personas', ({ personas }) => personas.size, ['personas']],
  ['the day', ({ today }) => today, ['today']],
  ['all agents, however many are read', ({ gather }) => gather!('agents').paths(), ['agents']],
  ['the targets, which are ours', ({ targets: all }) => all.length, []],
  ['nothing', () => undefined, []],
])('%s: what is seen is noted, and once', (_, see, sights) => {
  const noted = noting(contextOf({ 'a.md': 'A' }));

  see(noted.context);

  expect(noted.sights()).toEqual(sights);
  expect(noted.sights()).toEqual([]);
});

const agent = '.claude/agents/a.md';
const before = { [agent]: 'A', 'src/a.py': '', 'docs/a.md': 'D' };

test.each<readonly [Sight, string, Readonly<Record<string, string>>, boolean]>([
  ['has b.md', 'that file comes', { 'b.md': '' }, true],
  ['has b.md', 'another file comes', { 'c.md': '' }, false],
  ['has docs', 'a file comes in that folder', { 'docs/b.md': '' }, false],
  ['read docs/a.md', 'it says something else', { 'docs/a.md': 'E' }, true],
  ['read docs/a.md', 'another does', { [agent]: 'B' }, false],
  ['under docs', 'a file comes there', { 'docs/b.md': '' }, true],
  ['under docs', 'a file comes elsewhere', { 'b.md': '' }, false],
  ['paths', 'any file comes', { 'b.md': '' }, true],
  ['paths', 'a file says something else', { [agent]: 'B' }, false],
  ['code', 'a file of code comes', { 'src/b.py': '' }, true],
  ['code', 'a file of code says something else', { 'src/a.py': 'pass' }, false],
  ['code', 'an agent comes', { '.claude/agents/b.md': 'B' }, false],
  ['agents', 'an agent says something else', { [agent]: 'B' }, true],
  ['agents', 'an agent comes', { '.claude/agents/b.md': 'B' }, true],
  ['agents', 'an instruction comes', { '.claude/rules/b.md': 'B' }, false],
  ['texts', 'an instruction comes', { '.claude/rules/b.md': 'B' }, true],
  ['texts', 'a file of code comes', { 'src/b.py': '' }, false],
])('`%s` looks as before or not when %s', (sight, _, change, isOther) => {
  const then = look(contextOf(before), sight);

  const now = look(contextOf({ ...before, ...change }), sight);

  expect(now !== then).toBe(isOther);
});

test('the personas look other when one comes, and when one of the team says something else', () => {
  const own = persona('x');
  const all = [[], [own], [{ ...own, title: 'Y' }]].map((each) =>
    look(contextOf({}, { personas: new Map(each.map((one) => [one.id, one])) }), 'personas'),
  );

  expect(new Set(all).size).toBe(3);
});

test('what nobody knows never looks the same as anything that was seen', () => {
  expect(look(contextOf({}), 'a count of its own')).not.toBe('');
});
