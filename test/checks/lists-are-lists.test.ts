import { expect, test } from 'vitest';
import check from '../../src/checks/lists-are-lists.ts';
import { claude, findings } from '../support/checks.ts';

test.each([
  ['a list', '- ✅ a\n- ❌ b\n', []],
  ['ticks in a row', '✅ a\n✅ b\n', [1]],
  ['broken ticks in a row', 'âœ… a\nâŒ b\n', [1]],
  ['two blocks', '✅ a\n✅ b\n\n❌ a\n❌ b\n❌ c\n', [1, 4]],
  ['keys in a row', '**Role:** a\n**Focus**: b\n', [1]],
  ['one alone above a list', '✅ **Code:**\n- a\n- b\n', []],
  ['one below the other with a blank line', '**Purpose:** a\n\n**Last Updated:** b\n', []],
  ['lines that are broken by hand', '**Role:** a  \n**Focus:** b\\\n**Third:** c<br>\n', []],
  ['bullets of a word processor', '• a\n• b\n', [1]],
  ['in code', '```\n✅ a\n✅ b\n```\n', []],
  ['figures and signs are no marks', '1 a\n2 b\n© a\n© b\n', []],
  ['a sentence that goes on', '**Note:** this goes\non here.\n', []],
])('%s', (_, text, lines) => {
  expect(findings(check, claude(text)).map(({ line }) => line)).toEqual(lines);
});
