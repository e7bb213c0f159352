import { defineCheck } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { nearest } from '../nearest.ts';

export default defineCheck({
  name: 'values-are-known',
  level: 'warning',
  why: 'A memory of no known category is never found when it is wanted, and a value that a tool does not know is read as if it were not there.',
  reads: ({ kind, target }) =>
    kind === 'memory' || kind === 'spec' || (target !== undefined && kind !== 'persona'),

  good: {
    path: '.augment/memory/successful-patterns/a-2026-01-02.memory.md',
    text: '---\ncategory: successful-patterns\ndate: 2026-01-02\ncomponent: api\nseverity: high\ntags: [a]\n---\n\nText.\n',
  },
  bad: {
    path: '.augment/memory/successful-patterns/a-2026-01-02.memory.md',
    text: '---\ncategory: successful-patern\ndate: 2026-1-2\ncomponent: api\nseverity: urgent\ntags: [a]\n---\n\nText.\n',
  },

  *remarks(file) {
    const { head } = file.document;
    const { kind, target } = file.place;
    const known = values[`${target?.id ?? ''} ${kind}`] ?? values[kind] ?? {};
    for (const [key, allowed] of Object.entries(known)) {
      for (const value of [head[key]].flat()) {
        if (typeof value !== 'string' || allowed.includes(value)) continue;
        const meant = nearest(value, allowed);
        yield {
          ...placeInHead(file, [key], value),
          says: `\`${key}\` is \`${value}\`, which is none of ${allowed.map((each) => `\`${each}\``).join(', ')}.`,
          mend: meant === undefined ? 'Write one of these.' : `Write \`${meant}\`.`,
        };
      }
    }
    for (const key of ['date', 'created', 'updated']) {
      const value = head[key];
      const isDated = kind === 'memory' || kind === 'spec';
      if (!isDated || typeof value !== 'string') continue;
      const at = placeInHead(file, [key]);
      // YAML takes the 99th of a month for a day of a later one.
      const written = /:\s*["']?([\d-]{5,10})/.exec(file.lines[at.line - 1] ?? '')?.[1];
      if (isDay(value) && (written === undefined || isDay(written))) continue;
      yield {
        ...at,
        says: `\`${key}\` is no day: ${written ?? value}.`,
        mend: 'Write it as `2026-01-31`.',
      };
    }
    if (kind === 'memory' && head['category'] === undefined && isGrammatical(head)) {
      const folder = /\/memory\/([\w-]+)\//.exec(file.path)?.[1];
      const meant = values['memory']!['category']!.find((each) => each === folder);
      yield {
        says: 'It has no `category`, and is found by none.',
        mend: `Write \`category: ${meant ?? values['memory']!['category']!.join('` or `')}\`.`,
      };
    }
    const { created, updated } = head;
    if (isDay(created) && isDay(updated) && String(updated) < String(created)) {
      yield {
        ...placeInHead(file, ['updated']),
        says: `It was updated on ${updated}, before it was created on ${created}.`,
        mend: 'Correct the one that is wrong.',
      };
    }
  },
});

/** Memories by topic have no front matter at all, and others may have one of their own. */
const isGrammatical = (head: Readonly<Record<string, unknown>>) =>
  ['severity', 'component'].some((key) => head[key] !== undefined);

/** `2026-02-30` is none: it would be taken for a day of March. */
const isDay = (value: unknown) => {
  const day =
    typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(value)?.[1] : undefined;
  const time = day === undefined ? NaN : Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day!);
};

/** Grammars of the seed's organisation (memory, spec), and enumerations of the tools, by their own sources. */
const values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  memory: {
    category: ['implementation-failures', 'successful-patterns', 'architectural-decisions'],
    severity: ['critical', 'high', 'medium', 'low'],
  },
  spec: {
    type: ['feature', 'api', 'component'],
    status: ['draft', 'review', 'approved', 'implemented'],
    priority: ['critical', 'high', 'medium', 'low'],
  },
  // https://code.visualstudio.com/docs/copilot/customization/custom-agents
  'copilot agent': { target: ['vscode', 'github-copilot'] },
  // https://docs.github.com/en/copilot/customizing-copilot/adding-repository-custom-instructions
  'copilot instruction': { excludeAgent: ['code-review', 'cloud-agent', 'coding-agent'] },
  // https://docs.claude.com/en/docs/claude-code/sub-agents
  'claude agent': {
    permissionMode: [
      'default',
      'acceptEdits',
      'auto',
      'dontAsk',
      'bypassPermissions',
      'plan',
      'delegate',
    ],
    memory: ['user', 'project', 'local'],
    isolation: ['worktree'],
    color: ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'],
  },
};
