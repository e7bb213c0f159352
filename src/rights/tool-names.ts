import { nearest } from '../nearest.ts';
import type { Target } from '../target.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What a target makes of the name of a tool. */
export type Verdict =
  | { readonly is: 'known' | 'served' | 'gone' }
  | { readonly is: 'renamed'; readonly to: string }
  | {
      readonly is: 'unknown';
      readonly meant: string | undefined;
      /** The program that knows it all the same, and reads the same files. */
      readonly beside?: string;
    };

/** The names in a list of tools: a YAML list, or one line with commas. Nothing where it is neither. */
export function toolsIn(value: unknown): readonly string[] | undefined {
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  if (!isList && typeof value !== 'string') return undefined;
  // Joined first, for YAML cuts `[Read, Agent(a, b)]` inside the parentheses too.
  const line = isList ? value.join(', ') : String(value);
  return (line.match(/(?:[^,()]|\([^)]*\)?)+/g) ?? []).map((name) => name.trim()).filter(Boolean);
}

/** `Agent(a, b)` and `Bash(git:*)` are the tool `Agent` and `Bash`, narrowed. */
export const bareTool = (name: string): string => name.replace(/\(.*$/, '').trim();

/**
 * Whether a target has such a tool. A tool of an MCP server or of an extension is taken at its
 * word: which servers run is not to be seen in the files.
 */
export function judgeTool(name: string, target: Target): Verdict {
  const { judged } = namesOf(target.vocabulary);
  const known = judged.get(name);
  if (known !== undefined) return known;
  const verdict = judge(name, target);
  // Several checks ask of the same few names in every file. A name that is long is asked of once.
  if (name.length <= 64 && judged.size < 10_000) judged.set(name, verdict);
  return verdict;
}

function judge(name: string, { id, vocabulary, servedAs }: Target): Verdict {
  const names = namesOf(vocabulary);
  const bare = id === 'claude' ? bareTool(name) : name;
  if (bare === '*' || names.known.has(bare)) return { is: 'known' };
  const to = vocabulary.renamed[bare];
  if (to !== undefined) return { is: 'renamed', to };
  if (vocabulary.gone.includes(bare)) return { is: 'gone' };
  const then = vocabulary.later?.[bare];
  if (then !== undefined) return { is: 'unknown', meant: then === '' ? undefined : then };
  // https://docs.github.com/en/copilot/reference/custom-agents-configuration: aliases in any case
  if (id === 'copilot' && names.lower.has(bare.toLowerCase())) return { is: 'known' };
  if (vocabulary.beside?.names.includes(bare))
    return { is: 'unknown', meant: undefined, beside: vocabulary.beside.title };
  if (servedAs?.(bare) !== undefined) return { is: 'served' };
  if (/^mcp__\w/.test(bare)) return { is: 'served' };
  // The form of the seed and its siblings: `find_symbol_Serena`.
  if (id === 'augment' && /^[a-z][\w*-]*_[A-Z]\w*$/.test(bare)) return { is: 'served' };
  const [set = '', tool] = bare.split('/');
  if (id === 'copilot' && tool !== undefined && set !== '' && tool !== '') {
    if (!names.sets.has(set)) return { is: 'served' };
    if (tool === '*') return { is: 'known' };
  }
  // `runTests` of old is `execute/runTests` today, whether or not a source lists it as renamed.
  const moved = [...names.known].filter((each) => each.endsWith(`/${bare}`));
  if (moved.length === 1) return { is: 'renamed', to: moved[0]! };
  // A name of such a length is no slip of the pen, and to compare it would take long.
  const meant = bare.length > 64 ? undefined : nearest(bare, [...names.known]);
  return { is: 'unknown', meant };
}

/** Whether somebody who has these tools has that one: by name, by set, by server or by wildcard. */
export function isGranted(
  name: string,
  granted: readonly string[],
  { id, vocabulary }: Target,
): boolean {
  const current = (each: string) => {
    const bare = id === 'claude' ? bareTool(each) : each;
    return vocabulary.renamed[bare] ?? bare;
  };
  const wanted = current(name);
  return granted.map(current).some((each) => {
    if (each === '*' || each.toLowerCase() === wanted.toLowerCase()) return true;
    if (each.includes('*'))
      return matches(each, wanted) || wanted === each.replace(/(\/|__)\*$/, '');
    return (
      wanted.startsWith(`${each}/`) ||
      each.startsWith(`${wanted}/`) ||
      wanted.startsWith(`${each}__`) ||
      each.endsWith(`/${wanted}`)
    );
  });
}

/** No pattern: what is looked for was written by anybody, and may be of any length. */
function matches(wildcard: string, name: string): boolean {
  const [first = '', ...rest] = wildcard.split('*');
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.endsWith(last) && name.length - last.length >= at;
}

interface Names {
  readonly known: ReadonlySet<string>;
  readonly lower: ReadonlySet<string>;
  /** What stands before the slash of a built-in tool. */
  readonly sets: ReadonlySet<string>;
  /** What was found of a name before. */
  readonly judged: Map<string, Verdict>;
}

const cache = new WeakMap<Vocabulary, Names>();

function namesOf(vocabulary: Vocabulary): Names {
  const cached = cache.get(vocabulary);
  if (cached !== undefined) return cached;
  const own = Object.values(vocabulary.capabilities).flatMap(({ tools }) =>
    Object.keys(tools ?? {}),
  );
  const all = [...own, ...vocabulary.known];
  const names = {
    known: new Set(all),
    lower: new Set(all.map((each) => each.toLowerCase())),
    sets: new Set(all.filter((each) => each.includes('/')).map((each) => each.split('/')[0]!)),
    judged: new Map<string, Verdict>(),
  };
  cache.set(vocabulary, names);
  return names;
}
