import { expect, test } from 'vitest';
import check from '../../src/checks/values-are-known.ts';
import { claude, copilot, findings, marks } from '../support/checks.ts';

const memory = (head: string) => ({
  path: '.augment/memory/x/a-2026-01-02.memory.md',
  text: `---\n${head}\n---\n`,
});
const spec = (head: string) => ({ path: 'specs/a.spec.md', text: `---\n${head}\n---\n` });

test.each([
  ['a category of another name', memory('category: lessons'), ['warning 2:11']],
  ['a memory without a category', memory('severity: high'), ['warning 1:1']],
  ['a memory with a front matter of its own', memory('title: A'), []],
  ['a topical memory has none', { path: '.augment/memory/a.memory.md', text: 'Text.\n' }, []],
  ['a day that there is not', memory('date: 2026-02-30'), ['warning 2:1']],
  ['a month that there is not', memory('date: "2026-13-01"'), ['warning 2:1']],
  ['a day', memory('date: 2026-02-28'), []],
  ['a day in words', memory('date: yesterday'), ['warning 2:1']],
  ['the status of a spec', spec('status: done'), ['warning 2:9']],
  [
    'updated before it was created',
    spec('created: 2026-02-01\nupdated: 2026-01-01'),
    ['warning 3:1'],
  ],
  ['a target that there is not', copilot('---\ntarget: vs-code\n---\n'), ['warning 2:9']],
  ['a permission mode', claude('---\npermissionMode: readonly\n---\n'), ['warning 2:17']],
  ['a colour', claude('---\ncolor: cyan\n---\n'), []],
  ['a value that is no text', claude('---\ncolor: 3\n---\n'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('names the value that was meant', () => {
  expect(findings(check, spec('status: aproved'))[0]?.mend).toBe('Write `approved`.');
});
