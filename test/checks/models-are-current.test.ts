import { expect, test } from 'vitest';
import check from '../../src/checks/models-are-current.ts';
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
