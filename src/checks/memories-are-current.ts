import { defineCheck } from '../check.ts';
import { nearest } from '../nearest.ts';

export default defineCheck({
  name: 'memories-are-current',
  level: 'warning',
  why: 'A memory that nobody looked at for a year is followed as if it had been written today. One that was superseded must say by what.',
  reads: ({ kind }) => kind === 'memory',

  good: {
    path: '.augment/memory/successful-patterns/a-2026-01-02.memory.md',
    text: 'Text.\n\n- **Status:** Superseded by [the next](b-2026-02-02.memory.md)\n- **Last Reviewed:** 2026-01-02\n- **Next Review:** 2999-07-02\n',
  },
  bad: {
    path: '.augment/memory/successful-patterns/a-2026-01-02.memory.md',
    text: 'Text.\n\n- **Status:** Superseded\n- **Last Reviewed:** 2026-01-02\n- **Next Review:** 2025-07-02\n',
  },

  *remarks({ markdown, lines }, context) {
    const facts = footer(markdown.prose);
    const status = facts.get('status');
    const word = status === undefined ? '' : (/^[A-Za-z]+/.exec(status.value)?.[0] ?? '');
    const meant = nearest(word, stages);
    if (status !== undefined && word !== '' && !stages.includes(word)) {
      yield {
        line: status.line,
        says: `The status is "${word}", which is none of ${stages.join(', ')}.`,
        mend: meant === undefined ? 'Write one of these.' : `Write ${meant}.`,
      };
    }
    if (status !== undefined && word === 'Superseded') {
      const near = lines.slice(status.line - 1, status.line + 2).join(' ');
      if (!/\]\(|\.memory\.md|\[\[/.test(near)) {
        yield {
          line: status.line,
          says: 'It was superseded, and nothing says by what.',
          mend: 'Link to the memory that took its place.',
        };
      }
    }

    const next = facts.get('next review');
    const last = facts.get('last reviewed');
    if (next === undefined || !isDay(next.value)) return;
    if (last !== undefined && isDay(last.value) && next.value < last.value) {
      yield {
        line: next.line,
        says: `The next review (${next.value}) comes before the last one (${last.value}).`,
        mend: 'Correct the one that is wrong.',
      };
      return;
    }
    const { today } = context;
    if (last !== undefined && isDay(last.value) && today !== undefined && last.value > today) {
      yield {
        line: last.line,
        says: `It was last reviewed on ${last.value}, and today is ${today}.`,
        mend: 'Write the day on which somebody has read it.',
      };
    }
    if (today !== undefined && next.value < today && !/^(Superseded|Deprecated)$/.test(word)) {
      yield {
        line: next.line,
        says: `It was to be reviewed on ${next.value}, and today is ${today}.`,
        mend: 'Read it again: confirm it with a new date, or mark it as deprecated.',
      };
    }
  },
});

const stages = ['Active', 'Deprecated', 'Superseded'];

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The last place where each key stands: the lines at the end speak for the whole file. */
function footer(
  prose: readonly { readonly line: number; readonly text: string }[],
): ReadonlyMap<string, { value: string; line: number }> {
  const facts = new Map<string, { value: string; line: number }>();
  let from = 0;
  for (const [index, { text }] of prose.entries()) if (/^-{3,}\s*$/.test(text)) from = index;
  for (const { line, text } of prose.slice(from)) {
    const found = /^[-*\s]*\*\*(Status|Last Reviewed|Next Review):?\*\*:?\s*(.+?)\s*$/i.exec(text);
    if (found !== null) facts.set(found[1]!.toLowerCase(), { value: found[2]!, line });
  }
  return facts;
}
