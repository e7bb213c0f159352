import { defineCheck, type TextFile } from '../check.ts';

export default defineCheck({
  name: 'size-fits',
  level: 'error',
  why: 'A tool that takes in so many characters and no more cuts the rest off, most often the rules at the end, and says so nowhere.',
  reads: ({ kind, target }) => kind === 'skill' || (kind === 'agent' && target?.id === 'copilot'),

  good: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: Builds\n---\n\nI build.\n',
  },
  bad: {
    path: '.github/agents/a.agent.md',
    text: `---\ndescription: Builds\n---\n\n${'I build. '.repeat(3400)}\n`,
  },

  *remarks(file) {
    for (const { title, most, unit, level, measured } of limitsOf(file)) {
      if (measured <= most) continue;
      yield {
        level,
        line: Math.min(file.document.bodyLine, file.lines.length),
        says: `The text has ${measured} ${unit}, and ${title} ${level === 'error' ? 'takes' : 'advises'} at most ${most}.`,
        mend: 'Move what is not needed each time into instructions, a skill or a file that it links to.',
      };
    }
  },
});

interface Limit {
  readonly title: string;
  readonly most: number;
  readonly unit: 'characters' | 'lines';
  readonly level: 'error' | 'warning';
  readonly measured: number;
}

function limitsOf({ place, document: { body }, lines }: TextFile): readonly Limit[] {
  if (place.kind === 'skill') {
    // https://code.visualstudio.com/docs/copilot/customization/agent-skills, https://agentskills.io/specification
    const measured = lines.length;
    return [
      {
        title: 'the specification of skills',
        most: 500,
        unit: 'lines',
        level: 'warning',
        measured,
      },
    ];
  }
  // https://docs.github.com/en/copilot/reference/custom-agents-configuration
  const measured = body.trim().length;
  return [{ title: 'GitHub', most: 30_000, unit: 'characters', level: 'error', measured }];
}
