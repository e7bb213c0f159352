import { defineCheck } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import models from '../models.json' with { type: 'json' };

export default defineCheck({
  name: 'models-are-current',
  level: 'warning',
  why: 'Where the model that is named is not offered any more, the tool takes another and says so nowhere: the agent is not the one that was tried out.',
  reads: ({ kind, target }) => target !== undefined && (kind === 'agent' || kind === 'prompt'),

  good: {
    path: '.claude/agents/a.md',
    text: '---\nname: a\ndescription: a\nmodel: sonnet\n---\n\nI build.\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '---\nname: a\ndescription: a\nmodel: gpt-4\n---\n\nI build.\n',
  },

  *remarks(file, { asOf }) {
    const { target } = file.place;
    const value = file.document.head['model'];
    for (const model of Array.isArray(value) ? value : [value]) {
      if (typeof model !== 'string' || target === undefined) continue;
      const at = placeInHead(file, ['model'], model);
      // https://docs.claude.com/en/docs/claude-code/sub-agents: an alias, `inherit` or a full id
      const isOther =
        target.id === 'claude' &&
        !models.claude.includes(model.toLowerCase()) &&
        /^(gpt|o\d|gemini|grok|deepseek|mistral|llama)\b/i.test(model);
      if (isOther) {
        yield {
          ...at,
          level: 'error',
          says: `Claude Code has no model \`${model}\`.`,
          mend: 'Write `sonnet`, `opus`, `haiku` or `inherit`.',
        };
        continue;
      }
      const retired = retiredIn(idOf(model), target.id);
      if (retired === undefined || (asOf !== undefined && asOf < (retired.on ?? ''))) continue;
      yield {
        ...at,
        says: `The model \`${model}\` is not offered any more (${retired.on === undefined ? `as of ${models.asOf}` : `since ${retired.on}`}).`,
        mend: `Name ${retired.to}, or none to use the one that is chosen.`,
      };
    }
  },
});

interface Retired {
  readonly to: string;
  /** The day, where GitHub's table of retirements names it. */
  readonly on?: string;
}

/** What GitHub took out others may still offer, so its days count for Copilot, and for Claude's own models. */
function retiredIn(id: string, target: string): Retired | undefined {
  const retired = (models.retired as Readonly<Record<string, Retired>>)[id];
  const isTheirs =
    target === 'copilot' ||
    retired?.on === undefined ||
    (target === 'claude' && /^claude/.test(id));
  return isTheirs ? retired : undefined;
}

/** `GPT-4o (copilot)` and `gpt-4o-2024-08-06` are both `gpt-4o`. */
const idOf = (model: string) =>
  model
    .toLowerCase()
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/-?20\d\d-?\d\d-?\d\d$/, '')
    .replace(/^[\w-]+\//, '')
    .trim()
    .replace(/[\s_]+/g, '-');
