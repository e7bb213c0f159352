import { expect, test } from 'vitest';
import { putTogether } from '../src/parts.ts';
import { memoryTree } from '../src/tree.ts';

const append = (line: string) => (there: string) =>
  there.includes(line) ? there : `${there}${line}\n`;
const part = (path: string, line: string) => ({
  path,
  text: `${line}\n`,
  into: append(line),
});

test('parts of one file go into what stands there, one after the other', () => {
  const project = memoryTree({ 'AGENTS.md': 'Ours.\n' });

  const files = putTogether([part('AGENTS.md', 'one'), part('AGENTS.md', 'two')], project);

  expect(files).toEqual([{ path: 'AGENTS.md', text: 'Ours.\none\ntwo\n', keeps: 'Ours.\n' }]);
});

test('parts of a file that is not there make it, and nothing is kept', () => {
  const files = putTogether([part('AGENTS.md', 'one')], memoryTree({}));

  expect(files).toEqual([{ path: 'AGENTS.md', text: 'one\n' }]);
});

test('a file that several targets share is told once, where it was first', () => {
  const shared = { path: '.agents/skills/a/SKILL.md', text: 'a' };
  const other = { path: 'b.md', text: 'b' };

  expect(putTogether([shared, other, { ...shared }], memoryTree({}))).toEqual([shared, other]);
});

test('other files stay as they are', () => {
  const file = { path: 'a.md', text: 'new', keeps: 'old', persona: 'architect' };

  expect(putTogether([file], memoryTree({ 'a.md': 'old' }))).toEqual([file]);
});
