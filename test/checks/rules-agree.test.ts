import { expect, test } from 'vitest';
import check from '../../src/checks/rules-agree.ts';
import { claude, marks } from '../support/checks.ts';

test.each([
  [
    'always and never',
    '- Always squash the commits.\n- Never squash the commits\n',
    ['warning 2:1'],
  ],
  [
    'in the other order',
    '- Don’t edit the lock file\n- Must edit the lock file\n',
    ['warning 2:1'],
  ],
  ['of two things', '- Always squash the commits\n- Never squash the releases\n', []],
  ['with a condition', '- Always squash the commits\n- Never squash the commits, if shared\n', []],
  [
    'under a heading that says what not to do',
    '- Never squash the commits\n\n## Anti-patterns\n\n- Always squash the commits\n',
    [],
  ],
  [
    'mocks and real databases',
    '- Mock external dependencies\n- Test with real databases\n',
    ['info 2:1'],
  ],
  [
    'mocks in unit tests only',
    '## Unit tests\n\n- Mock external dependencies\n\n## Others\n\n- Test with real databases\n',
    [],
  ],
  ['tabs and spaces', '- Use tabs\n- Use four spaces\n', ['info 2:1']],
  ['tabs in some files', '- Use tabs in Go files\n- Use four spaces\n', []],
  ['sentences are no rules', 'Always squash the commits.\n\nNever squash the commits.\n', []],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});
