import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { globsIn } from '../globs.ts';
import { placeInHead } from '../head-place.ts';
import { stemOf } from '../agents/roster.ts';
import { type HypertoolPersona, hypertoolPersona } from '../agents/hypertool.ts';
import { toolsIn } from '../rights/tool-names.ts';

export default defineCheck({
  name: 'hypertool-agrees',
  level: 'warning',
  why: 'The chat mode says what the agent may do, and the persona of Hypertool what it gets. Where they differ, one of the two is only text.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: a\nhypertool_persona: a-persona\npersona_token_budget: 2000\n---\n\nI build.\n',
  },
  bad: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: a\nhypertool_persona: "../a persona"\n---\n\nI build.\n',
  },

  *remarks(file, { tree }) {
    const id = file.document.head['hypertool_persona'];
    if (typeof id !== 'string') return;
    const at = placeInHead(file, ['hypertool_persona'], id);
    if (!/^[a-z][\w-]*$/.test(id)) {
      yield {
        ...at,
        says: `\`${id}\` is no id of a persona: it takes lower-case words joined by hyphens.`,
        mend: 'Write the name of a file in `.hypertool/personas/`, without its ending.',
      };
      return;
    }
    const own = [stemOf(file.path), file.document.head['mode'], file.document.head['name']];
    if (isAnother(id, own.join(' ')))
      yield {
        level: 'info',
        ...at,
        says: `\`${id}\` and \`${stemOf(file.path)}\` have no word in common: it runs as somebody else.`,
        mend: 'Name its own persona, or say in the text that it borrows that one.',
      };
    const persona = hypertoolPersona(id, tree);
    if (persona === undefined) {
      if (tree.under('.hypertool/personas').length > 0)
        yield {
          ...at,
          says: `There is no persona \`${id}\` in \`.hypertool/personas/\` that can be read.`,
          mend: 'Name one that is there, or add its file.',
        };
      return;
    }
    yield* numbers(file, persona);
    yield* lists(file, persona);
    yield* tools(file, persona);
    yield* names(file, persona);
  },
});

/** Whether no word of an id that tells one role from another stands in the names of a file. */
function isAnother(id: string, names: string): boolean {
  const words = id.split(/[-_]/).filter((word) => word.length > 2 && !ranks.test(word));
  const said = names.toLowerCase();
  // `qa` is `testing`, and the first word is as a rule that of the team.
  const own = /\bqa\b|test|quality/.test(said) ? `${said} qa test testing quality` : said;
  return words.length > 1 && !words.some((word) => own.includes(word));
}

const ranks = /^(?:agent|dev|developer|engineer|expert|lead|persona|senior|specialist)$/;

function* numbers(file: TextFile, { path, tokenBudget }: HypertoolPersona): Iterable<Remark> {
  const budget = file.document.head['persona_token_budget'];
  if (typeof budget !== 'number' || tokenBudget === undefined || budget === tokenBudget) return;
  yield {
    ...placeInHead(file, ['persona_token_budget']),
    says: `The budget is ${budget} here, and ${tokenBudget} in ${path}.`,
    mend: 'Decide which it is, and write it in both places.',
  };
}

/** What the one list has and the other has not, both ways. */
function* lists(
  file: TextFile,
  { path, allowedServers, restrictedPaths }: HypertoolPersona,
): Iterable<Remark> {
  const pairs = [
    ['allowed_mcp_servers', allowedServers, 'allows the server'],
    ['restricted_paths', restrictedPaths, 'denies the path'],
  ] as const;
  for (const [key, theirs, does] of pairs) {
    const own = globsIn(below(file.document.head['security'], key));
    if (own.length === 0 || theirs === undefined) continue;
    for (const each of own.filter((name) => !theirs.includes(name))) {
      yield {
        ...placeInHead(file, ['security', key], each),
        says: `The chat mode ${does} \`${each}\`, and ${path} does not.`,
        mend: 'Let both say the same; what Hypertool has is what counts.',
      };
    }
    const missing = theirs.filter((name) => !own.includes(name)).map((name) => `\`${name}\``);
    if (missing.length === 0) continue;
    yield {
      ...placeInHead(file, ['security', key]),
      says: `${path} ${does} ${missing.join(', ')}, and the chat mode does not.`,
      mend: 'Let both say the same; what Hypertool has is what counts.',
    };
  }
}

/** `find_symbol_Serena` where only other tools of Serena are allowed. */
function* tools(file: TextFile, { path, allowedTools = {} }: HypertoolPersona): Iterable<Remark> {
  const listed = toolsIn(file.document.head['tools']) ?? [];
  for (const [server, allowed] of Object.entries(allowedTools)) {
    const used = listed.filter((name) => name.toLowerCase().endsWith(`_${server.toLowerCase()}`));
    const barred = used.filter((name) => !allowed.includes(name.slice(0, -server.length - 1)));
    if (barred.length === 0 || allowed.includes('*')) continue;
    yield {
      ...placeInHead(file, ['tools'], barred[0]),
      says: `${path} allows ${allowed.map((name) => `\`${name}\``).join(', ') || 'nothing'} of the server \`${server}\`, and the list here has ${barred.map((name) => `\`${name}\``).join(', ')}.`,
      mend: 'Allow them there, or take them out here.',
    };
  }
}

/** `**Persona:** 🐍 Backend Developer` where Hypertool shows another picture or title. */
function* names(
  { markdown: { prose } }: TextFile,
  { path, displayName, icon }: HypertoolPersona,
): Iterable<Remark> {
  const said = prose.find(({ text }) => /^[-*\s]*\*\*Persona:?\*\*/.test(text));
  if (said === undefined) return;
  const value = said.text.replace(/^[-*\s]*\*\*Persona:?\*\*:?\s*/, '');
  const picture = /^\p{Extended_Pictographic}/u.exec(value)?.[0];
  const title = value
    .replace(/\(.*/, '')
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim();
  const faults = [
    icon !== undefined && picture !== undefined && !icon.startsWith(picture)
      ? [`${picture}`, icon]
      : undefined,
    // An id is no title, and need not be that of Hypertool.
    displayName !== undefined &&
    /\s/.test(title) &&
    title.toLowerCase() !== displayName.toLowerCase()
      ? [`"${title}"`, `"${displayName}"`]
      : undefined,
  ];
  for (const fault of faults) {
    if (fault === undefined) continue;
    yield {
      level: 'info',
      line: said.line,
      says: `It shows itself as ${fault[0]} here, and as ${fault[1]} in ${path}.`,
      mend: 'Let both say the same.',
    };
  }
}

const below = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
