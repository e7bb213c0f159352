import { expect, test } from 'vitest';
import { textFile } from '../../src/check.ts';
import check from '../../src/checks/models-are-current.ts';
import { placeOf } from '../../src/place.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';
import { augment, claude, copilot, marks } from '../support/checks.ts';

const model = (name: string) => `---\nname: a\nmodel: ${name}\n---\n`;

test.each([
  ['a current one', copilot(model('GPT-5.2 (copilot)')), []],
  ['one that is gone', copilot(model('GPT-4o (copilot)')), ['warning 3:8']],
  ['with the day of its release', copilot(model('gpt-4o-2024-08-06')), ['warning 3:8']],
  ['one of a list', copilot(model('[GPT-5.2, o1-mini]')), ['warning 3:18']],
  ['where the seed stands', augment(model('gpt-4')), ['warning 3:8']],
  ['one of another maker', claude(model('gpt-5.2')), ['error 3:8']],
  ['an alias', claude(model('sonnet')), []],
  ['a full name', claude(model('claude-opus-4-8')), []],
  ['a name of one’s own', copilot(model('our-model')), []],
  ['a number', copilot(model('4')), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test.each([
  ['the day before it was taken out', '2026-05-31', 0],
  ['the day on which it was', '2026-06-01', 1],
])('a model as of %s', (_, asOf, many) => {
  const file = copilot(model('GPT-4.1'));
  const text = textFile(file.path, file.text, placeOf(file.path, targets)!);

  const said = [
    ...check.remarks(text, { tree: memoryTree({}), targets, personas: new Map(), asOf }),
  ];

  expect(said).toHaveLength(many);
});

test('what GitHub took out, another tool may still offer', () => {
  expect(marks(check, augment(model('gpt-4.1')))).toEqual([]);
});
