import { defineCheck } from '../check.ts';
import { type Editor, editorOf } from '../text/offsets.ts';
import type { Edit } from '../stages.ts';

export default defineCheck({
  name: 'lists-are-lists',
  level: 'warning',
  why: 'Lines that only look like a list are one paragraph to Markdown: they run together on the page, and an agent reads them as one sentence.',
  reads: () => true,

  good: { path: '.claude/agents/a.md', text: '## What I do\n\n- ✅ Write tests\n- ✅ Run them\n' },
  bad: {
    path: '.claude/agents/a.md',
    text: '## What I do\n\n✅ Write tests\n✅ Run them\n❌ Deploy\n',
  },

  *remarks({ text: whole, lines, markdown: { prose } }) {
    let block: { line: number; many: number } | undefined;
    for (const [index, { line, text }] of [...prose, { line: 0, text: '' }].entries()) {
      const follows = block !== undefined && prose[index - 1]?.line === line - 1;
      if (follows && isItem(text)) {
        block!.many++;
        continue;
      }
      if (block !== undefined && block.many > 1) {
        const first = block.line;
        const rows = lines.slice(first - 1, first - 1 + block.many);
        yield {
          // "**Owner**: a" names itself: run together it is ugly, and still understood.
          ...(rows.every((row) => /^\s*\*\*/.test(row)) && { level: 'info' }),
          line: block.line,
          says: `These ${block.many} lines are no list: they are shown as one paragraph.`,
          mend: 'Begin each of them with `- `.',
          fix: asList(rows, first, editorOf(whole)),
        };
      }
      block = isItem(text) ? { line, many: 1 } : undefined;
    }
  },
});

/** A bullet gives way to a dash; a sign that says something, such as a tick, stays behind it. */
const asList = (rows: readonly string[], first: number, edit: Editor): readonly Edit[] =>
  rows.map((row, nth) => {
    const at = row.search(/\S/);
    const isBullet = /[•–—▪◦·]/.test(row[at]!);
    return edit(first + nth, at + 1, isBullet ? 1 : 0, isBullet ? '-' : '- ');
  });

/** A mark as of a list, its mojibake too, or a bold key, and no break at the end of the line. */
const isItem = (text: string) =>
  /^ {0,3}(?:(?![\d#*©®™])\p{Extended_Pictographic}\ufe0f?|[•–—▪◦·✓✗☐☑]|âœ…|âŒ|âš |â€¢|â€“|ðŸ\S{0,2})\s+\S|^ {0,3}\*\*[^*]+(?::\*\*|\*\*:)\s*\S/u.test(
    text,
  ) && !/( {2}|\\|<br ?\/?>)$/.test(text);
