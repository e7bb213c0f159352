import { type Head, lineOfKey } from '../front-matter.ts';
import type { Source } from '../importer.ts';
import type { Change } from '../stages.ts';

/** What a key of the front matter means to us; a sentence says why it means nothing. */
export type Meaning =
  | 'id'
  | 'title'
  | 'summary'
  | 'focus'
  | 'expertise'
  | 'tools'
  | 'denied'
  | 'model'
  | 'hypertool'
  | 'by hypertool'
  | 'budget'
  | 'security'
  | 'servers'
  | 'deny'
  | 'handoffs'
  | 'agents'
  | 'said'
  | { readonly lost: string };

export interface Dialect {
  /** Whose names its tools and models have. */
  readonly target: string;
  readonly keys: Readonly<Record<string, Meaning>>;
  /** The name that its file gives it. */
  readonly stem: string | undefined;
  /** Its front matter, where that is not what stands in the file. */
  readonly head?: Head;
}

/** The front matter of a source by what it means, and the rows of the report that come of it. */
export interface HeadReader {
  readonly value: (meaning: Meaning) => unknown;
  /** The key that has that meaning in this dialect. */
  readonly keyOf: (meaning: Meaning) => string;
  readonly lineOf: (...keys: (string | number)[]) => number;
  readonly tell: (how: Change['how'], line: number, what: string, because: string) => void;
  /** A key that nothing comes of. */
  readonly lose: (key: string, because: string) => void;
  readonly changes: readonly Change[];
}

/** Read the front matter of a source. A key without a meaning is told at once. */
export function readHead(
  { path, text, document }: Source,
  { keys, head = document.head }: Dialect,
): HeadReader {
  const changes: Change[] = [];
  const lineOf = (...at: (string | number)[]) => lineOfKey(text, at);
  const tell: HeadReader['tell'] = (how, line, what, because) =>
    changes.push({ how, path, line, what, because });
  const lose: HeadReader['lose'] = (key, because) =>
    tell('lost', lineOf(key), `key \`${key}\``, because);

  const meant = Object.entries(head).flatMap(([key, value]) => {
    const meaning = keys[key];
    if (value === undefined) return [];
    if (meaning === undefined) lose(key, 'a persona has no such thing');
    else if (typeof meaning === 'object') lose(key, meaning.lost);
    else if (value !== null) return [{ key, value, meaning }];
    return [];
  });
  const found = (meaning: Meaning) => meant.find((each) => each.meaning === meaning);
  return {
    value: (meaning) => found(meaning)?.value,
    keyOf: (meaning) => found(meaning)?.key ?? '',
    lineOf,
    tell,
    lose,
    changes,
  };
}

export const asMap = (value: unknown): Head =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Head) : {};
