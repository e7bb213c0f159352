import { expect, test } from 'vitest';
import check from '../../src/checks/fences-end-where-meant.ts';
import { claude, marks } from '../support/checks.ts';

test.each([
  ['a block that is closed', '```sh\nls\n```\n', []],
  ['a file shown in longer marks', '````md\n```sh\nls\n```\n````\n', []],
  ['a file shown in other marks', '~~~md\n```sh\nls\n```\n~~~\n', []],
  [
    'a file shown in marks as long',
    'So:\n\n```md\n```sh\nls\n```\n# A\n```\n\nDone.\n',
    ['warning 3:1'],
  ],
  ['one in a list', '- So:\n\n  ```md\n  ```sh\n  ls\n  ```\n  ```\n', ['warning 3:3']],
  ['two blocks inside', '```md\n```sh\nls\n```\n\n```js\n1\n```\n```\n', ['warning 1:1']],
  ['a block that nobody closed', '# A\n\n```sh\nls\n', ['warning 3:1']],
  [
    'marks behind the last line',
    '```sh\nls```\n\n# A\n\n```sh\nls\n```\n\nText.\n',
    ['warning 2:3'],
  ],
  ['the same, told once', '```sh\nls```\n\n# A\n\n```\nls\n```\n\nText.\n', ['warning 2:3']],
  ['an empty one at the end', '# A\n\n```\n', []],
  ['one that is closed with fewer marks', '````md\nA\n```\n', ['warning 1:1']],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});
