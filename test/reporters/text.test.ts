import { describe, expect, test } from 'vitest';
import text from '../../src/reporters/text.ts';
import { finding, manner, review } from '../support/reviews.ts';

test('a file once, its findings with their lines, why they matter, and what it comes to', () => {
  const findings = [
    finding(),
    finding({ line: 1, column: 3, level: 'info', says: 'S', mend: 'M', fix: [] }),
  ];

  expect(text.report(review(findings), manner)).toBe(`.claude/agents/a.md
  2:5  error  references-resolve
    2 │ See [b](b.md).
      │     ^
    The link leads to \`b.md\`, and there is no such file.
    Correct the path, or take the link out.
  1:3  info  references-resolve
    1 │ # A
      │   ^
    S
    M (--fix does)

Why
  references-resolve ×2  It is not there.

\`create-persona check --fix\` mends 1 of these.
1 file: 1 error, 0 warnings, 1 info`);
});

/** The line and the caret below it. */
const drawn = (line: string, column: number) =>
  text
    .report(review([finding({ line: 1, column })], [line]), manner)
    .split('\n')
    .slice(2, 4)
    .map((each) => each.slice('    1 │ '.length));

describe('the caret stands', () => {
  test.each([
    ['at the beginning', 'abc', 1, ['abc', '^']],
    ['behind the end', 'abc', 4, ['abc', '   ^']],
    ['under what follows a tab', '\tabc', 2, ['  abc', '  ^']],
    ['under what follows wide signs', '✅ 日本 x', 6, ['✅ 日本 x', '        ^']],
    ['under what follows marks', 'e\u0301x', 3, ['e\u0301x', ' ^']],
    ['under a sign that is made visible', 'a\u001b[31mb', 7, ['a\\u{1b}[31mb', '           ^']],
  ])('%s', (_, line, column, expected) => {
    expect(drawn(line, column)).toEqual(expected);
  });

  test('in sight, however long the line is', () => {
    const [shown, caret] = drawn(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, 501);

    expect(shown!.length).toBeLessThan(100);
    expect(shown!.slice(caret!.indexOf('^'))).toMatch(/^HERE/);
    expect(shown).toMatch(/^….*…$/);
  });

  test('nowhere below a line that is empty', () => {
    expect(text.report(review([finding({ line: 1, column: 1 })], ['']), manner)).not.toContain('^');
  });
});

test('no sign of a file reaches the terminal as an order', () => {
  const told = text.report(
    review(
      [
        finding({
          line: 1,
          column: 1,
          path: 'a\u001b]0;x\u0007.md',
          says: 'It is `\u009b2J`.',
          mend: '\u202etxt',
        }),
      ],
      ['\u001b[2J\u202e\u200b'],
    ),
    manner,
  );

  expect(told).not.toMatch(/[\u001b\u0007\u009b\u202e\u200b]/);
});

test('what a baseline knows, and what of it is gone, is told', () => {
  const gone = [{ check: 'c', path: 'p', hash: 'h', times: 2 }];

  expect(text.report(review([], [], { known: 3, gone }), manner)).toBe(
    '3 known findings of the baseline not shown.\n2 known findings of the baseline are there no more: `create-persona check --update-baseline` takes them out.\n1 file: 0 errors, 0 warnings, 0 infos',
  );
});
