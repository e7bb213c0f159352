import { type Capability, capabilities } from '../capability.ts';
import { type Context, defineCheck, type TextFile } from '../check.ts';
import { abilitiesOf } from '../rights/effective-tools.ts';
import { globsIn } from '../globs.ts';
import { handoffsInText, idOf, isSame, topics } from '../text/handoffs-in-text.ts';
import type { Heading } from '../text/markdown.ts';
import { itemText, outline } from '../text/outline.ts';
import { agentsIn, personasIn, stemOf } from '../agents/roster.ts';

export default defineCheck({
  name: 'prose-is-enforced',
  level: 'info',
  why: 'What is forbidden in words only is advice: a model may forget it, and a reader who believes that it cannot happen looks no further. What matters is held by a denied path, a tool that is not granted, or somebody else who does the work.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.claude/agents/a.md',
    text: "---\nname: a\ndescription: a\ntools: Read\n---\n\n## What I don't do\n\n- No deployments\n- Never change `src/legacy/**`\n",
  },
  bad: {
    path: '.claude/agents/a.md',
    text: "---\nname: a\ndescription: a\ntools: Read, Bash\n---\n\n## What I don't do\n\n- No deployments\n- Never change `src/legacy/**`\n",
  },

  *remarks(file, context) {
    const { head } = file.document;
    const { target } = file.place;
    // Who never said what an agent may do has no policy that the words could be held against.
    if (target === undefined || (head['tools'] === undefined && head['security'] === undefined))
      return;
    const { can, isCertain } = abilitiesOf(head, target);
    const denied = deniedTo(file, context).join(' ').toLowerCase();
    const handed = handedOn(file, context);

    const open = new Map<number, Group>();
    let all = 0;
    for (const { line, text, above } of outline(file.markdown)) {
      const heading = headingOver(above);
      const listed = itemText(text);
      const isListed = heading !== undefined && listed !== undefined && !listed.endsWith(':');
      const rule = isListed ? listed : forbidden.exec(listed ?? text)?.[0];
      if (rule === undefined) continue;
      // How to behave is for the model; what it must not touch or run is for a policy.
      if (!handed.has(line) && !needs.some(([, pattern]) => pattern.test(rule))) continue;
      if (isListed) all++;
      if (isHeld(rule, can, isCertain, denied) || handed.get(line) === true) continue;
      const at = isListed ? heading.line : 0;
      const group = open.get(at) ?? { ...(isListed && { heading: heading.text }), rules: [] };
      group.rules.push({ line, rule });
      open.set(at, group);
    }
    for (const { heading, rules } of open.values()) {
      const shown = rules.slice(0, 3).map(({ rule }) => `"${rule.slice(0, 50)}"`);
      const many = rules.length;
      const what =
        heading === undefined
          ? `${many === 1 ? 'This is' : `${many} sentences that begin so are`} advice only`
          : `Under "${heading}" ${many} of ${all} rules are advice only`;
      yield {
        line: rules[0]!.line,
        says: `${what}: no path, no missing tool and no hand-off holds ${shown.join(', ')}${many > 3 ? ' …' : ''}.`,
        mend: 'Deny the path, take the tool away, or name an agent of this repository who does it.',
      };
    }
  },
});

interface Group {
  /** The heading that forbids what stands below it; without one, each sentence does so itself. */
  readonly heading?: string;
  readonly rules: { line: number; rule: string }[];
}

const headingOver = (above: readonly Heading[]): Heading | undefined => {
  const heading = above.findLast((each) => forbids.test(each.text));
  return above.at(-1) === heading || (above.length > 0 && forbids.test(above.at(-1)!.text))
    ? heading
    : undefined;
};

/** A sentence that forbids to touch or run something, wherever it stands. What it forbids to write into a text is style. */
const forbidden =
  /(?:^\W*|(?<=[.!?]\s))(?:(?:you|I)\s+(?:must|should|will|may|can)?\s*)?(?:do not|don['’]?t|never|must not|must never)\s+(?:ever\s+|directly\s+|manually\s+)?(?:deploy|push|commit|merge|publish|install|touch|(?:edit|modify|change|delete|rename|write to)\s+(?:[\w-]+\s+){0,2}?(?:files?|code|folders?|director(?:y|ies)|tests?|`[^`]*[/.*][^`]*`))[^.;]{0,120}/i;

const forbids =
  /\b(restricted|restrictions|forbidden|prohibited|off[- ]limits|out of scope)\b|^\W*never\W*$|\bnever (do|touch)\b|\b(what|things|actions) (i|you|we|it|this agent) (do not|don['’]?t|never|must not|will not|won['’]?t|cannot|can['’]?t)\b/i;

/** A path is held by a rule that denies it, a capability by its absence. */
function isHeld(
  rule: string,
  can: ReadonlySet<Capability>,
  isCertain: boolean,
  denied: string,
): boolean {
  const paths = [...rule.matchAll(/`([^`]*[*/][^`]*)`/g)].map(([, path]) => bare(path!));
  if (paths.length > 0 && paths.every((path) => denied.includes(path))) return true;
  const words = topics(rule);
  if (words.size > 0 && [...words].some((word) => denied.includes(word))) return true;
  const needed = needs.filter(([, pattern]) => pattern.test(rule)).map(([name]) => name);
  if (needed.length > 0 && isCertain && needed.every((name) => !can.has(name))) return true;
  // "no web, no browser": by the names that our own chat modes use.
  const named = capabilities.filter(({ title }) => new RegExp(`\\bno ${title}\\b`, 'i').test(rule));
  return named.some(({ name }) => !can.has(name));
}

/** `frontend` of a folder and of every glob for it. */
const bare = (path: string) =>
  path
    .toLowerCase()
    .replace(/^\.?\/|^(?:\*+\/)+/, '')
    .replace(/[/*]+$/, '');

/**
 * What the agent may not change: by its own front matter, by the persona of its name, for whom a hook and
 * `check --persona` stand guard, and by what Claude Code denies to every agent of the project
 * (https://code.claude.com/docs/en/permissions).
 */
function deniedTo({ path, place, document }: TextFile, { personas, tree }: Context) {
  const settings = place.target?.id === 'claude' ? tree.read('.claude/settings.json') : undefined;
  return [
    ...globsIn(below(document.head['security'], 'restricted_paths')),
    ...(personas.get(stemOf(path))?.paths.deny ?? []),
    ...[...(settings ?? '').matchAll(/"(?:Edit|Write)\(([^)"]+)\)"/g)].map(([, glob]) => glob!),
  ];
}

/** What one would have to be able to do to break such a rule. */
const needs: readonly (readonly [Capability, RegExp])[] = [
  [
    'execute',
    /\b(deploy\w*|production|infrastructure|run|execute|install|push|commit|migrat\w*|ci\/cd)\b/i,
  ],
  [
    'edit',
    /\b(write|edit|modify|change|changes|implement\w*|code|refactor\w*|create|delete|configure)\b/i,
  ],
  ['web', /\b(browse|internet|web search|fetch)\b/i],
];

/** The lines that hand their work on, and whether the one who is named is there. */
function handedOn(file: TextFile, context: Context): ReadonlyMap<number, boolean> {
  const known = [
    ...personasIn(context),
    ...agentsIn(context).flatMap(({ name, stem, path }) =>
      path === file.path ? [] : [name, stem],
    ),
  ];
  const said = handoffsInText(file.markdown).map((each) => ({
    ...each,
    isThere: known.some((name) => isSame(idOf(each.called), name)),
  }));
  return new Map(
    said
      .filter(({ isLoose, isThere }) => isThere || !isLoose)
      .map(({ line, isThere }) => [line, isThere]),
  );
}

const below = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
