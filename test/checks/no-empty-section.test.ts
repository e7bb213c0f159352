import { expect, test } from 'vitest';
import check from '../../src/checks/no-empty-section.ts';
import { claude, findings } from '../support/checks.ts';

test.each([
  ['a section with text', '# A\n\nText.\n', []],
  ['a section with only deeper sections', '# A\n\n## B\n\nText.\n', []],
  ['a section before one of the same rank', '# A\n\n# B\n\nText.\n', [1]],
  ['the last section of the file', '# A\n\nText.\n\n## B\n', [5]],
  ['a hash that begins no heading', '# A\n\n#hashtag\n', []],
  ['a heading in a fence', '# A\n\n```md\n## B\n```\n', []],
  ['only a rule', '# A\n\n---\n\n# B\n\nText.\n', [1]],
  ['only a comment, which is the hint of a template', '# A\n\n<!-- say what\nit does -->\n', [1]],
  ['a comment and text', '# A\n\n<!-- hint --> Text.\n', []],
])('%s', (_, text, lines) => {
  expect(findings(check, claude(text)).map(({ line }) => line)).toEqual(lines);
});
