import { expect, test } from 'vitest';
import check from '../../src/checks/paths-are-linked.ts';
import { augment, marks } from '../support/checks.ts';

test.each([
  ['a link', '## Resources\n\n- [a](docs/a.md)\n', []],
  ['a path', '## Resources\n\n- Guide: `docs/a.md`\n', ['info 3:11']],
  ['a folder', '## Resources\n\n- Guides: `docs/`\n', []],
  ['a path that is worked with', '## Steps\n\n- Change `docs/a.md`\n', []],
  ['a path in a sentence', '## References\n\n- Keep `docs/a.md` short\n', []],
  ['the page of the file', '**Logseq:** [[Some/Augment/Chatmodes/Tester.chatmode]]\n', []],
  ['another page', '**Logseq:** [[Some/Chatmodes/Core/Tester.chatmode]]\n', ['info 1:1']],
  ['a link to another page', 'See [[Other]].\n', []],
])('%s', (_, text, expected) => {
  expect(marks(check, augment(text))).toEqual(expected);
});
