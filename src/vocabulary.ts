import type { Capability } from './capability.ts';

/** What one tool calls things, on a given day. Data: `src/targets/vocabulary/*.json`. */
export interface Vocabulary {
  /** The day on which the sources said so. */
  readonly asOf: string;
  readonly sources: readonly string[];
  /** For each capability its tools with what they are for, or what else it comes with. */
  readonly capabilities: Readonly<Partial<Record<Capability, Expression>>>;
  /** Every other name that is a tool today. */
  readonly known: readonly string[];
  /** Old name to current name. */
  readonly renamed: Readonly<Record<string, string>>;
  /** What a model calls a tool, to the name by which a file lists it. No list takes the former. */
  readonly inside?: Readonly<Record<string, string>>;
  /** Names that once were tools, or were taken for some, and that nothing answers to. */
  readonly gone: readonly string[];
  /** What does the work of a name that is gone today, where something does. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Another program that reads the same files, and the tools that only it has. */
  readonly beside?: { readonly title: string; readonly names: readonly string[] };
  /** Names that became tools only after the day that is asked about, and what they were called then. */
  readonly later?: Readonly<Record<string, string>>;
  /** When some of this came to be. What has no day here is taken to have always been so. */
  readonly changes?: readonly Change[];
}

/** What one release changed: the names are keys of `renamed`, and entries of `gone` and `known`. */
export interface Change {
  readonly on: string;
  readonly what: string;
  readonly source: string;
  readonly renamed?: readonly string[];
  readonly gone?: readonly string[];
  readonly came?: readonly string[];
}

export interface Expression {
  readonly tools?: Readonly<Record<string, string>>;
  /** What the same tools bring beside it. Who lacks one of these is not given them. */
  readonly also?: readonly string[];
  /** No tool of its own, but whoever has this capability or server can do it too. */
  readonly within?: string;
  readonly server?: string;
}

/**
 * The vocabulary as it was on a day: what was renamed or taken out later still has its old name,
 * and what came later is not there yet. Of what has no day nothing earlier is known.
 *
 * @param day - as `2025-11-01`
 */
export function vocabularyOn(vocabulary: Vocabulary, day: string): Vocabulary {
  const later = (vocabulary.changes ?? []).filter(({ on }) => on > day);
  const names = (key: 'renamed' | 'gone' | 'came') =>
    new Set(later.flatMap((change) => change[key] ?? []));
  const [renamed, gone, came] = [names('renamed'), names('gone'), names('came')];
  const { capabilities } = vocabulary;
  return {
    ...vocabulary,
    asOf: day,
    capabilities: Object.fromEntries(
      Object.entries(capabilities).map(([name, expression]) => {
        const old = [...renamed].filter((each) => brings(expression, vocabulary.renamed[each]!));
        const added = Object.fromEntries(old.map((each) => [each, 'as it was called then']));
        const tools = { ...expression.tools, ...added };
        return [name, Object.keys(tools).length === 0 ? expression : { ...expression, tools }];
      }),
    ),
    known: [...vocabulary.known.filter((name) => !came.has(name)), ...renamed, ...gone],
    renamed: without(vocabulary.renamed, renamed),
    gone: vocabulary.gone.filter((name) => !gone.has(name)),
    later: Object.fromEntries(
      [...came].map((name) => [
        name,
        [...renamed].find((old) => vocabulary.renamed[old] === name) ?? '',
      ]),
    ),
    changes: (vocabulary.changes ?? []).filter(({ on }) => on <= day),
  };
}

/** Targets as they were on a day, where one is given. */
export const onDay = <T extends { readonly vocabulary: Vocabulary }>(
  targets: readonly T[],
  day: string | undefined,
): readonly T[] =>
  day === undefined
    ? targets
    : targets.map((each) => ({ ...each, vocabulary: vocabularyOn(each.vocabulary, day) }));

/** Whether a tool is one of those that make up a capability, or stands in a set that is. */
const brings = ({ tools = {} }: Expression, name: string) =>
  name in tools || name.split('/')[0]! in tools;

const without = (all: Readonly<Record<string, string>>, names: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.has(name)));
