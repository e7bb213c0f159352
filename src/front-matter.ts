import matter from 'gray-matter';

export type Head = Readonly<Record<string, unknown>>;

/** A Markdown text in its two parts. */
export interface Document {
  readonly head: Head;
  readonly body: string;
  /** The line on which the body begins, from 1. A text without front matter begins on line 1. */
  readonly bodyLine: number;
  /** Why the front matter could not be read, and on which line of the text. */
  readonly broken?: { readonly because: string; readonly line: number };
}

/**
 * Split a Markdown text into its front matter and its body. Never throws: what cannot be read is
 * told in `broken`, and the head is then empty.
 *
 * gray-matter is tamed here: given options it keeps no cache (with one, a broken file throws once
 * and is silently empty ever after), and front matter that is a program is refused, not run.
 */
export function parseDocument(text: string): Document {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const fence = /^---[^\S\n]*(\S*)[^\S\n]*\r?\n/.exec(clean);
  if (fence === null) return { head: {}, body: clean, bodyLine: 1 };

  const wrong = (because: string, line: number): Document => {
    const { body, bodyLine } = split(clean);
    return { head: {}, body, bodyLine, broken: { because, line } };
  };
  if (fence[1] !== '') return wrong(`it is written in "${fence[1]}", and must be YAML`, 1);
  if (!/\n---[^\S\n]*(\r?\n|$)/.test(clean.slice(3))) {
    return wrong('the closing `---` is missing', 1);
  }
  try {
    const { data } = matter(clean, { engines: { javascript: refuse } });
    if (!isMap(data)) return wrong('it is not a list of `key: value` lines', 2);
    return { head: plain(data) as Head, ...split(clean) };
  } catch (error) {
    const { reason, message, mark } = error as Error & { reason?: string; mark?: { line: number } };
    return wrong(reason ?? message.split('\n')[0]!, (mark?.line ?? 0) + 1);
  }
}

/** The body alone, for those who need no more. */
export const bodyOf = (text: string): string =>
  text.startsWith('---\n') ? split(text).body : text;

/** The inverse. Every value stays on one line, for some agent tools read only `key: value` lines. */
export const printDocument = (head: Head, body: string): string =>
  Object.keys(head).length === 0 ? body : `---\n${printHead(head)}---\n\n${body}`;

/**
 * Print front matter as YAML that every reader of ours takes: block lists, text in double quotes
 * where it is more than a plain word (globs must be quoted, or YAML reads `*` as an alias).
 */
export const printHead = (head: Head, indent = ''): string =>
  Object.entries(head)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${indent}${printKey(key)}:${printValue(value, indent)}\n`)
    .join('');

const printKey = (key: string) => (/^[A-Za-z_][\w.-]*$/.test(key) ? key : JSON.stringify(key));

function printValue(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${indent}  - ${printItem(item, indent)}`).join('');
  }
  if (isMap(value)) {
    if (Object.keys(value).length === 0) return ' {}';
    return `\n${printHead(value, `${indent}  `).trimEnd()}`;
  }
  return ` ${printScalar(value)}`;
}

const printItem = (item: unknown, indent: string) =>
  isMap(item) ? printHead(item, `${indent}    `).trim() : printScalar(item);

/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const spoken = /^(true|false|yes|no|on|off|y|n|null|none)$/i;

function printScalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const isWord = /^[A-Za-z][\w.-]*$/.test(value) && !spoken.test(value);
  return isDay || isWord ? value : JSON.stringify(value);
}

/** The line of a key of the front matter, from 1: `['paths', 'deny']` is the deny under paths. */
export function lineOfKey(text: string, keys: readonly (string | number)[]): number {
  const lines = text.split('\n');
  let at = 0;
  for (const key of keys) {
    const wanted =
      typeof key === 'number'
        ? nthItem(lines, at, key)
        : lines.findIndex((line, index) => index > at && keyIn(line) === key);
    if (wanted < 0) break;
    at = wanted;
  }
  return at + 1;
}

const keyIn = (line: string) => /^\s*(?:-\s+)?["']?([^\s:"'#{]+)["']?\s*:/.exec(line)?.[1];

const nthItem = (lines: readonly string[], at: number, nth: number) => {
  const items = lines.flatMap((line, index) => (index > at && /^\s*-\s/.test(line) ? [index] : []));
  return items[nth] ?? -1;
};

const split = (text: string) => {
  const end = /\n---[^\S\n]*(\r?\n|$)/.exec(text.slice(3));
  if (end === null) return { body: '', bodyLine: text.split('\n').length };
  const at = 3 + end.index + end[0].length;
  return { body: text.slice(at), bodyLine: text.slice(0, at).split('\n').length };
};

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** YAML reads `2026-01-02` as a moment; here a day stays the text that stands in the file. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00.000Z$/, '');
  if (Array.isArray(value)) return value.map(plain);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

const refuse = (): never => {
  throw new Error('it is a program, and must be YAML');
};
