import { expect, test } from 'vitest';
import check from '../../src/checks/numbers-follow-on.ts';
import { claude, marks } from '../support/checks.ts';

test.each([
  ['one after the other', '1. a\n2. b\n3. c\n', []],
  ['a number is skipped', '1. a\n3. b\n', ['warning 2:1']],
  ['a number comes twice', '1. a\n2. b\n2. c\n', ['warning 3:1']],
  ['all ones', '1. a\n1. b\n1. c\n', []],
  ['a list within', '1. a\n   1. x\n   2. y\n2. b\n   1. z\n3. c\n', []],
  ['a list within that skips', '1. a\n   1. x\n   3. y\n2. b\n', ['warning 3:4']],
  ['code between', '1. a\n\n   ```sh\n   x\n   ```\n\n2. b\n', []],
  ['bullets below', '1. a\n   - x\n2. b\n', []],
  ['another list', '1. a\n2. b\n\nText.\n\n1. c\n', []],
  ['a list that goes on after a paragraph', '1. a\n\nText.\n\n2. b\n', []],
  ['a heading between', '1. a\n\n# B\n\n5. b\n', []],
  ['a year', '2024. was a good year\n', []],
  ['from zero', '0. a\n1. b\n', []],
  [
    'an enumeration that runs on in the next line',
    '1. First tell\n   1. a, 2. b, 3. c,\n   4. d, 5. e.\n2. Then stop\n',
    [],
  ],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});
