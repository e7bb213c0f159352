import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { countTokens, fitsSurely } from '../cost/tokens.ts';

export default defineCheck({
  name: 'size-fits',
  level: 'error',
  why: 'A tool that takes in so many characters and no more cuts the rest off, most often the rules at the end, and says so nowhere.',
  reads: ({ kind, target }) =>
    kind === 'skill' ||
    (kind === 'agent' && (target?.id === 'copilot' || target?.id === 'augment')),

  good: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: Builds\n---\n\nI build.\n',
  },
  bad: {
    path: '.github/agents/a.agent.md',
    text: `---\ndescription: Builds\n---\n\n${'I build. '.repeat(3400)}\n`,
  },

  *remarks(file) {
    if (file.place.target?.id === 'augment') {
      yield* elsewhere(file);
      return;
    }
    for (const { title, most, unit, level } of limitsOf(file)) {
      // No token is shorter than a byte, so most texts need no tokenizer.
      if (unit === 'tokens' && fitsSurely(file.document.body, most)) continue;
      const measured = measure(file, unit);
      if (measured === undefined || measured <= most) continue;
      yield {
        level,
        line: Math.min(file.document.bodyLine, file.lines.length),
        says:
          level === 'error'
            ? `The text has ${measured} ${unit}, and ${title} takes at most ${most}.`
            : `The text has ${measured} ${unit}, and ${title} advises at most ${most}: all of it is read each time that the skill is used.`,
        mend: 'Move what is not needed each time into instructions, a skill or a file that it links to.',
      };
    }
  },
});

interface Limit {
  readonly title: string;
  readonly most: number;
  readonly unit: 'characters' | 'lines' | 'tokens';
  readonly level: 'error' | 'info';
}

function measure({ document: { body }, lines }: TextFile, unit: Limit['unit']): number | undefined {
  if (unit === 'lines') return lines.length;
  return unit === 'tokens' ? countTokens(body) : body.trim().length;
}

/** GitHub passes by what is meant for VS Code alone. */
const limitsOf = ({ place, document }: TextFile): readonly Limit[] => {
  if (place.kind === 'skill') return skills;
  return document.head['target'] === 'vscode' ? [] : agents;
};

// https://code.visualstudio.com/docs/copilot/customization/agent-skills, https://agentskills.io/specification
const specification = { title: 'the specification of skills', level: 'info' } as const;
const skills: readonly Limit[] = [
  { ...specification, most: 500, unit: 'lines' },
  { ...specification, most: 5_000, unit: 'tokens' },
];

// https://docs.github.com/en/copilot/reference/custom-agents-configuration
const agents: readonly Limit[] = [
  { title: 'GitHub', most: 30_000, unit: 'characters', level: 'error' },
];

/**
 * Where a chat mode that no tool loads would be cut if somebody copied it there: a rule of Windsurf
 * (https://docs.windsurf.com/windsurf/cascade/memories), an agent of GitHub.
 */
function* elsewhere(file: TextFile): Iterable<Remark> {
  const measured = measure(file, 'characters') ?? 0;
  if (measured <= 12_000) return;
  const [cut, fits] =
    measured > 30_000
      ? ['GitHub (30000) and Windsurf (12000)', '']
      : ['Windsurf (12000)', ', though not of GitHub (30000)'];
  yield {
    level: 'info',
    line: Math.min(file.document.bodyLine, file.lines.length),
    says: `The text has ${measured} characters: copied to where a tool loads it, that is more than the limit of ${cut}${fits}.`,
    mend: 'Move what is not needed each time into instructions, a skill or a file that it links to.',
  };
}
