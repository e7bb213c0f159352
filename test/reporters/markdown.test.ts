import { expect, test } from 'vitest';
import markdown from '../../src/reporters/markdown.ts';
import { finding, manner, review } from '../support/reviews.ts';

test('a table for each file, errors first', () => {
  const findings = [finding({ path: 'a.md', level: 'info' }), finding({ path: 'b.md' })];

  expect(markdown.report(review(findings), manner)).toBe(`### ❌ create-persona check

1 file: 1 error, 0 warnings, 1 info.

**\`b.md\`**

| Line | | Finding |
|--:|:--|:--|
| 2 | error | The link leads to \`b.md\`, and there is no such file.<br>Correct the path, or take the link out. <sub>references-resolve</sub> |

**\`a.md\`**

| Line | | Finding |
|--:|:--|:--|
| 2 | info | The link leads to \`b.md\`, and there is no such file.<br>Correct the path, or take the link out. <sub>references-resolve</sub> |

<details>
<summary>Why</summary>

- **references-resolve**: It is not there.

</details>
`);
});

test('what stands in a file cannot break the table, call anybody, or bring anything in', () => {
  const told = markdown.report(
    review([
      finding({ says: '`a|b` <img src=x> ![i](u) @team | c\nd', mend: 'M', path: 'a`b.md' }),
    ]),
    manner,
  );

  expect(told).toContain("**`a'b.md`**");
  expect(told).toContain('`a\\|b` &lt;img src=x> \\!\\[i\\](u) @\u200bteam \\| c\\u{a}d');
});

test('it fits into a comment, and counts what does not', () => {
  const told = markdown.report(review(Array.from({ length: 2000 }, () => finding())), manner);

  expect(told.length).toBeLessThan(65_536);
  expect(told).toMatch(/… and \d{3,} more\.\n\n<details>/);
});
