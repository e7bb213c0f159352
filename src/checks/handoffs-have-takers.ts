import { defineCheck } from '../check.ts';
import { sureHandoffs, idOf, isSame } from '../text/handoffs-in-text.ts';
import { agentsIn, personasIn } from '../agents/roster.ts';

export default defineCheck({
  name: 'handoffs-have-takers',
  level: 'info',
  why: 'Work that is handed to "DevOps" in plain words goes to nobody that a tool could start. It may be a person who is meant, and then the text should say so.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: { path: '.claude/agents/devops.md', text: '- No code (delegate to DevOps)\n' },
  bad: { path: '.claude/agents/devops.md', text: '- No tests (delegate to qa-engineer)\n' },

  *remarks(file, context) {
    const known = [
      ...personasIn(context),
      ...agentsIn(context).flatMap(({ stem, name }) => [stem, name]),
    ];
    const told: string[] = [];
    for (const { called, line, column } of sureHandoffs(file.markdown)) {
      // What stands in back-ticks is an id, and `handoffs-lead-somewhere` holds it to be one.
      if (called.includes('`') || known.some((name) => isSame(name, called))) continue;
      if (told.some((each) => isSame(each, called))) continue;
      told.push(called);
      yield {
        line,
        column,
        says: `Work is handed to ${called}, and no persona or agent here is called \`${idOf(called)}\`.`,
        mend: 'Add its file, or say which person is meant.',
      };
    }
  },
});
