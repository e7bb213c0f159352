import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { readByCodex } from '../cost/agents-md-chain.ts';
import { type Limit, limitsOf } from '../cost/limits.ts';
import { countTokens, fitsSurely } from '../cost/tokens.ts';
import type { Tree } from '../tree.ts';

export default defineCheck({
  name: 'size-fits',
  level: 'error',
  why: 'A tool that takes in so many characters and no more cuts the rest off, most often the rules at the end, and says so nowhere.',
  reads: ({ kind, target }) =>
    kind === 'skill' ||
    kind === 'instruction' ||
    target?.id === 'windsurf' ||
    (kind === 'agent' && (target?.id === 'copilot' || target?.id === 'augment')),

  good: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: Builds\n---\n\nI build.\n',
  },
  bad: {
    path: '.github/agents/a.agent.md',
    text: `---\ndescription: Builds\n---\n\n${'I build. '.repeat(3400)}\n`,
  },

  *remarks(file, { tree }) {
    const { path, place, document } = file;
    if (place.kind === 'agent' && place.target?.id === 'augment') {
      yield* elsewhere(file);
      return;
    }
    if (place.target?.id === 'agents-md') {
      yield* cutByCodex(path, tree);
      return;
    }
    for (const { title, most, unit, level } of limitsOf(path, place, document.head)) {
      // No token is shorter than a byte, so most texts need no tokenizer.
      if (unit === 'tokens' && fitsSurely(document.body, most)) continue;
      const measured = measure(file, unit);
      if (measured === undefined || measured <= most) continue;
      const cost = place.kind === 'skill' ? 'each time that the skill is used' : 'each time';
      yield {
        level,
        line: Math.min(document.bodyLine, file.lines.length),
        says:
          level === 'error'
            ? `The text has ${measured} ${unit}, and ${title} takes at most ${most}.`
            : `The text has ${measured} ${unit}, and ${title} advises at most ${most}: all of it is read ${cost}.`,
        mend,
      };
    }
  },
});

const mend =
  'Move what is not needed each time into instructions, a skill or a file that it links to.';

function measure({ document: { body }, lines }: TextFile, unit: Limit['unit']): number | undefined {
  if (unit === 'lines') return lines.length;
  return unit === 'tokens' ? countTokens(body) : body.trim().length;
}

/** Codex says nothing of what it has left out. */
function* cutByCodex(path: string, tree: Tree): Iterable<Remark> {
  const { before, after, most } = readByCodex(path, tree);
  if (after <= most) return;
  const chain = before === 0 ? 'The file has' : 'With those of the folders above it has';
  const lost = before >= most ? 'nothing of this one is read' : 'the rest of this one is cut off';
  yield {
    level: 'warning',
    says: `${chain} ${after} bytes, and Codex takes at most ${most} of all AGENTS.md together: ${lost}.`,
    mend: 'Move what is not needed each time into a skill or a file that it links to, or raise `project_doc_max_bytes` in `.codex/config.toml`.',
  };
}

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
    mend,
  };
}
