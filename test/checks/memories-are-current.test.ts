import { expect, test } from 'vitest';
import check from '../../src/checks/memories-are-current.ts';
import { findings, marks } from '../support/checks.ts';

const memory = (footer: string) => ({
  path: '.augment/memory/successful-patterns/a-2026-01-02.memory.md',
  text: `# A\n\nText.\n\n---\n\n${footer}`,
});

test.each([
  ['reviewed in time', memory('- **Status:** Active\n- **Next Review:** 2026-02-01\n'), []],
  ['on the day itself', memory('- **Next Review:** 2026-01-31\n'), []],
  ['overdue', memory('- **Next Review:** 2026-01-30\n'), ['warning 7:1']],
  [
    'of what is deprecated nobody reviews',
    memory('**Status:** Deprecated\n**Next Review:** 2026-01-30\n'),
    [],
  ],
  ['superseded by nothing', memory('- **Status:** Superseded\n'), ['warning 7:1']],
  ['superseded by a memory', memory('- **Status:** Superseded by [b](b.memory.md)\n'), []],
  ['a status that there is not', memory('- **Status:** Actve\n'), ['warning 7:1']],
  [
    'the next before the last',
    memory('**Last Reviewed:** 2026-03-01\n**Next Review:** 2026-02-01\n'),
    ['warning 8:1'],
  ],
  [
    'reviewed on a day that is still to come',
    memory('**Last Reviewed:** 2026-02-01\n**Next Review:** 2026-08-01\n'),
    ['warning 7:1'],
  ],
  ['reviewed today', memory('**Last Reviewed:** 2026-01-31\n**Next Review:** 2026-08-01\n'), []],
  ['a day in words', memory('**Next Review:** in spring\n'), []],
  [
    'the status of an entry is not that of the file',
    {
      path: '.augment/memory/a.memory.md',
      text: '## One\n\n**Status:** Resolved\n\n---\n\n## Two\n',
    },
    [],
  ],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('says which day it is', () => {
  const [finding] = findings(
    check,
    memory('- **Next Review:** 2026-01-30\n'),
    {},
    [],
    '2026-05-05',
  );
  expect(finding?.says).toBe('It was to be reviewed on 2026-01-30, and today is 2026-05-05.');
});
