import type { Markdown } from './markdown.ts';
import { outline } from './outline.ts';
import { kebab } from '../words.ts';

export type Verb = 'consult' | 'delegate';

/** One place where a text sends work, or a question, to somebody else. */
export interface Mention {
  readonly verb: Verb;
  /** As it is written: `QA`, `qa-engineer`, "QA Engineer". */
  readonly called: string;
  readonly line: number;
  readonly column: number;
  /** What it is about: the rest of the line. */
  readonly about: string;
  /** The nearest heading above. */
  readonly section: string;
  /** Said in words that are those of code as well: it counts where somebody of that name is there. */
  readonly isLoose?: true;
}

/** Cheap to ask: whether a text, or a line of it, may hand anything to anybody. */
export const mayHandOff = (text: string): boolean =>
  /consult|delegate|escalate|\bhand\b/i.test(text);

/**
 * Read the hand-offs out of a text. Only seven forms are taken, for "consult the documentation" is
 * no hand-off: in brackets at the end of a rule, as the bold head of an item, as an item under
 * "When to consult", in back-ticks, as "the x chat mode", with what is handed over in between, and as a
 * plain word, which counts where somebody is called so.
 */
export function handoffsInText(markdown: Markdown): readonly Mention[] {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  const mentions = outline(markdown).flatMap(({ line, text, above }) => {
    if (text.length > 2_000) return [];
    const heading = above.at(-1)?.text ?? '';
    const isList = /^when to consult\b/i.test(heading);
    if (!isList && !mayHandOff(text)) return [];
    const found = forms.flatMap((form) => [...text.matchAll(form)]);
    if (isList && found.length === 0)
      found.push(...text.matchAll(/^\s*[-*+]\s+\*\*(?<name>[A-Z][\w /-]{1,30}?):?\*\*/g));
    return found.flatMap((each) => {
      const { verb = 'consult', plain, name = plain, what } = each.groups!;
      const about =
        text.slice(0, each.index) + (what ?? '') + text.slice(each.index + each[0].length);
      return name!
        .split('/')
        .map((called) => called.trim())
        .filter((called) => isRole(called))
        .map((called) => ({
          verb: /^consult/i.test(verb) ? ('consult' as const) : ('delegate' as const),
          called,
          line,
          column: each.index + each[0].indexOf(called) + 1,
          about,
          section: heading,
          ...((what ?? plain) !== undefined && { isLoose: true as const }),
        }));
    });
  });
  cache.set(markdown, mentions);
  return mentions;
}

/** Those that are hand-offs whoever is there: not a plain word, which may name no agent at all. */
export const sureHandoffs = (markdown: Markdown): readonly Mention[] =>
  handoffsInText(markdown).filter(({ called, isLoose }) => !isLoose || called.includes('`'));

const cache = new WeakMap<Markdown, readonly Mention[]>();

const forms: readonly RegExp[] = [
  /\((?<verb>consult|delegate to) (?<name>`?[A-Za-z][\w /-]{1,40}`?)\)/gi,
  /^\s*[-*+]\s+\*\*(?<verb>Consult|Delegate to) (?<name>`?[A-Z`][\w /-]{1,30}?`?):?\*\*/g,
  /(?<!\(|\*\*)\b(?<verb>consult|delegate to) (?<name>`[a-z][a-z0-9-]*`)/gi,
  /\b(?<verb>consult|delegate to) the (?<name>[a-z][\w-]{1,30}) (?:chat ?mode|agent|persona)\b/gi,
  /\b(?!delegate to )(?<verb>delegate|escalate|hand(?= (?:[^.;:()`]{1,80} )?(?:off|over) ))(?<what>(?: [^.;:()`]{1,80}?)??) to (?:the )?(?<name>`[a-z][a-z0-9-]*`)/gi,
  /(?<!\(|\*\*)\b(?<verb>consult(?: with)?|delegate to) (?!the |a |an |your )(?<plain>[a-z][\w-]{1,30})(?=[\s.,;:)]|$)/gi,
];

/** No more than three words, and none that names a thing that people read. */
const isRole = (called: string) => {
  const words = kebab(called).split('-');
  return words.length <= 4 && called.length > 1 && !words.some((word) => things.has(word));
};

const things = new Set([
  ...['docs', 'doc', 'documentation', 'guide', 'readme', 'team', 'user', 'users', 'official'],
  ...['reference', 'notebook', 'human', 'specialized', 'roles', 'it', 'them', 'this', 'references'],
]);

/** The name without its back-ticks, as an id. */
export function idOf(called: string): string {
  const known = ids.get(called);
  if (known !== undefined) return known;
  const id = kebab(called.replaceAll('`', ''));
  // Every file is asked about every agent of the repository.
  if (called.length <= 64 && ids.size < 10_000) ids.set(called, id);
  return id;
}

const ids = new Map<string, string>();

/** Whether two names mean the same persona: `QA` is `qa-engineer`, and `DevOps` is `devops`. */
export const isSame = (one: string, other: string): boolean => {
  const [a, b] = [idOf(one), idOf(other)];
  if (a === b) return true;
  if (a[0] !== b[0]) return false;
  return a.startsWith(`${b}-`) || b.startsWith(`${a}-`) || glued(a) === glued(b);
};

/** `DevOps` is two words in kebab-case, and one in the name of its file. */
const glued = (id: string) => id.replaceAll('-', '');

/** The words that say what a line is about, cut to their first five letters: `test`, `strat`. */
export const topics = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => !hollow.has(word))
      .map((word) => word.slice(0, 5)),
  );

const hollow = new Set([
  ...['consult', 'delegate', 'with', 'from', 'that', 'this', 'only', 'when', 'other', 'your'],
  ...['make', 'major', 'design', 'write', 'need', 'needs', 'into', 'their', 'changes', 'change'],
  ...['comprehensive', 'config', 'configure', 'system', 'issues', 'code', 'everything'],
]);
