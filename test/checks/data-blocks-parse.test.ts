import { expect, test } from 'vitest';
import check from '../../src/checks/data-blocks-parse.ts';
import { claude, marks } from '../support/checks.ts';

const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\`\n`;

test.each([
  ['JSON', fence('json', '{ "a": [1] }'), []],
  ['a comma too many', fence('json', '{\n  "a": 1,\n}'), ['warning 4:1']],
  ['a piece of an object', fence('json', '"a": 1'), []],
  ['three dots', fence('json', '{ "a": [1, ...] }'), []],
  ['a hole', fence('json', '{ "a": <name> }'), []],
  ['a comment', fence('json', '{\n  // why\n  "a": 1\n}'), []],
  ['a choice of values', fence('json', '{ "a": "one | two", "b": 0-1 }'), []],
  ['JSON with comments', fence('jsonc', '{ // why\n}'), []],
  ['YAML', fence('yaml', 'a: 1\nb:\n  - c'), []],
  ['a list at the top', fence('yaml', '- a\n- b'), []],
  ['two documents', fence('yaml', 'a: 1\n---\nb: 2'), []],
  ['a front matter in a list', '- Write:\n  ```yaml\n  ---\n  a: 1\n  ---\n  ```\n', []],
  ['YAML that is none', fence('yaml', 'a: 1\nb: [1'), ['warning 3:1']],
  ['YAML of a template', fence('yaml', 'a: {{ .Values.a }}'), []],
  ['TOML', fence('toml', 'a = 1\n[b]\nc = "d"'), []],
  ['TOML that is none', fence('toml', 'a = 1\nb ='), ['warning 3:1']],
  ['what is shown as bad', `Bad:\n\n${fence('json', '{,}')}`, []],
  ['an empty fence', fence('json', ''), []],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});
