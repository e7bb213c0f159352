import { type Capability, capabilities } from '../capability.ts';
import { type Context, defineCheck, type TextFile } from '../check.ts';
import { abilitiesOf } from '../effective-tools.ts';
import { globsIn } from '../globs.ts';
import { handoffsInText, idOf, isSame, topics } from '../handoffs-in-text.ts';
import { itemText, outline } from '../text/outline.ts';
import { agentsIn, personasIn } from '../roster.ts';

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
    const denied = globsIn(below(head['security'], 'restricted_paths')).join(' ').toLowerCase();
    const handed = handedOn(file, context);

    const open = new Map<number, { heading: string; rules: { line: number; rule: string }[] }>();
    let all = 0;
    for (const { line, text, above } of outline(file.markdown)) {
      const heading = above.findLast((each) => forbids.test(each.text));
      const rule = itemText(text);
      if (heading === undefined || rule === undefined || rule.endsWith(':')) continue;
      if (above.at(-1) !== heading && !forbids.test(above.at(-1)!.text)) continue;
      // How to behave is for the model; what it must not touch or run is for a policy.
      if (!handed.has(line) && !needs.some(([, pattern]) => pattern.test(rule))) continue;
      all++;
      if (isHeld(rule, can, isCertain, denied) || handed.get(line) === true) continue;
      const group = open.get(heading.line) ?? { heading: heading.text, rules: [] };
      group.rules.push({ line, rule });
      open.set(heading.line, group);
    }
    for (const { heading, rules } of open.values()) {
      const shown = rules.slice(0, 3).map(({ rule }) => `"${rule.slice(0, 50)}"`);
      yield {
        line: rules[0]!.line,
        says: `Under "${heading}" ${rules.length} of ${all} rules are advice only: no path, no missing tool and no hand-off holds ${shown.join(', ')}${rules.length > 3 ? ' …' : ''}.`,
        mend: 'Deny the path, take the tool away, or name an agent of this repository who does it.',
      };
    }
  },
});

const forbids =
  /\b(restricted|restrictions|forbidden|prohibited|off[- ]limits|out of scope)\b|^\W*never\W*$|\bnever (do|touch)\b|\b(what|things|actions) (i|you|we|it|this agent) (do not|don['’]?t|never|must not|will not|won['’]?t|cannot|can['’]?t)\b/i;

/** A glob in back-ticks can be held by a hook or by a check of the change; a capability by its absence. */
function isHeld(
  rule: string,
  can: ReadonlySet<Capability>,
  isCertain: boolean,
  denied: string,
): boolean {
  if (/`[^`]*[*/][^`]*`/.test(rule)) return true;
  const words = topics(rule);
  if (words.size > 0 && [...words].some((word) => denied.includes(word))) return true;
  const needed = needs.filter(([, pattern]) => pattern.test(rule)).map(([name]) => name);
  if (needed.length > 0 && isCertain && needed.every((name) => !can.has(name))) return true;
  // "no web, no browser": by the names that our own chat modes use.
  const named = capabilities.filter(({ title }) => new RegExp(`\\bno ${title}\\b`, 'i').test(rule));
  return named.some(({ name }) => !can.has(name));
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
  return new Map(
    handoffsInText(file.markdown).map(({ called, line }) => [
      line,
      known.some((name) => isSame(idOf(called), name)),
    ]),
  );
}

const below = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
