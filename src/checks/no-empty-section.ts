import { defineCheck } from '../check.ts';

export default defineCheck({
  name: 'no-empty-section',
  level: 'warning',
  why: 'A heading with nothing under it costs an agent tokens and tells it nothing. It is most often a question that was left unanswered.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: '# Role\n\nWrites endpoints.\n\n## Tools\n\n- pytest\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '# Role\n\nWrites endpoints.\n\n## Tools\n\n## Never\n\nDeploy.\n',
  },

  *remarks({ lines, markdown: { headings } }) {
    for (const [nth, { level, text, line }] of headings.entries()) {
      const next = headings[nth + 1];
      if (next !== undefined && next.level > level) continue;

      const end = next === undefined ? lines.length : next.line - 1;
      if (isFilled(lines, line, end)) continue;

      yield {
        line,
        says:
          text === ''
            ? 'A heading has no text, and nothing under it.'
            : `The section "${text}" is empty.`,
        mend: 'Fill it in, or take the heading out.',
      };
    }
  },
});

function isFilled(lines: readonly string[], from: number, to: number): boolean {
  let at = from;
  while (at < to && isNothing(lines[at]!)) at++;
  if (at === to || !lines[at]!.trimStart().startsWith('<!--')) return at < to;

  // A comment fills nothing: it is most often the hint of the template that should have been answered.
  const rest = lines
    .slice(at, to)
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '');
  return !rest.split('\n').every(isNothing);
}

const isNothing = (line: string) => line.trim() === '' || isRule(line.trim());

const isRule = (line: string) => /^(-{3,}|\*{3,}|_{3,})$/.test(line);
