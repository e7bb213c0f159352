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

      // A comment fills nothing: it is most often the hint of the template that should have been answered.
      const below = lines
        .slice(line, next === undefined ? lines.length : next.line - 1)
        .join('\n')
        .replace(/<!--[\s\S]*?-->/g, '')
        .split('\n');
      if (below.some((each) => each.trim() !== '' && !isRule(each.trim()))) continue;

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

const isRule = (line: string) => /^(-{3,}|\*{3,}|_{3,})$/.test(line);
