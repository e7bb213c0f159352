import { defineCheck } from '../check.ts';

export default defineCheck({
  name: 'numbers-follow-on',
  level: 'warning',
  why: 'A step that is skipped, or counted twice, was lost or left behind when the list was changed; an agent that is told "go back to step 4" takes the wrong one.',
  reads: () => true,

  good: { path: '.claude/agents/a.md', text: '1. Read\n2. Write\n   1. A test\n3. Run\n' },
  bad: { path: '.claude/agents/a.md', text: '1. Read\n2. Write\n4. Run\n' },

  *remarks({ markdown: { prose, headings } }) {
    const isHeading = new Set(headings.map(({ line }) => line));
    let open: { indent: number; last: number; line: number; isPlain: boolean }[] = [];
    let above: { line: number; text: string } | undefined;
    for (const { line, text } of prose) {
      const item = /^(\s*)(\d{1,3})[.)]\s+\S/.exec(text);
      const before = above;
      above = { line, text };
      // "…, 3. c,\n 4. d" goes on with a sentence: only a 1 may cut a paragraph short.
      if (item !== null && before?.line === line - 1 && goesOn(before.text)) continue;
      if (item === null) {
        // A heading ends every list, and so does a paragraph at the margin, or a list of another kind.
        const isEnd = isHeading.has(line) || (/^\S/.test(text) && !/^[|>]/.test(text));
        if (isEnd) open = [];
        continue;
      }
      const indent = item[1]!.length;
      const number = Number(item[2]);
      open = open.filter((list) => list.indent <= indent);
      const list = open.find((each) => each.indent === indent);
      // "1." all the way down is a list that Markdown counts itself.
      const isPlain = list === undefined ? number === 1 : list.isPlain && number === 1;
      if (list === undefined || (number === 1 && !isPlain)) {
        open = [...open.filter((each) => each !== list), { indent, last: number, line, isPlain }];
        continue;
      }
      if (!isPlain && number !== list.last + 1 && list.last > 0) {
        yield {
          line,
          column: indent + 1,
          says: `Step ${number} comes after step ${list.last} (line ${list.line}).`,
          mend: `Number it ${list.last + 1}, or put back the step that is missing.`,
        };
      }
      list.last = number;
      list.line = line;
      list.isPlain = isPlain;
    }
  },
});

/** A line of an enumeration that runs on: it has a number within, and ends in a comma. */
const goesOn = (text: string) => /\S\s+\d{1,3}[.)]\s+\S/.test(text) && /,\s*$/.test(text);
