import { type Document, printHead } from '../front-matter.ts';
import type { Edit } from '../stages.ts';
import { inString, offsetsInString } from './json-string.ts';
import { topKeys } from './json-text.ts';

/** A place in a file. Both count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** An agent file as Markdown below front matter, which is what every check reads. */
export interface View {
  readonly text: string;
  readonly document: Document;
  /** Where in the file itself a place of this text is. */
  readonly where: (spot: Spot) => Spot;
  /** What of the file itself an edit of this text would change; nothing where that is not certain. */
  readonly mend: (edit: Edit) => Edit | undefined;
}

/**
 * An agent file in TOML, JSON or YAML as if it were Markdown: its keys as front matter, the text
 * that it gives the agent below. A text over several lines of TOML, and one in a string of JSON, has each
 * sign somewhere in the file; of others every place is where the text begins.
 *
 * @param document - the file as its tool reads it: the body is one of the values of its head
 */
export function asMarkdown(path: string, text: string, document: Document): View {
  const { head, body } = document;
  const lines = text.split(/\r?\n/);
  const bodyKey = Object.keys(head).find((key) => body !== '' && head[key] === body);
  const places = placesOf(path, lines, text, Object.keys(head));
  // A text that is kept elsewhere (`file://./prompt.md`) is no text.
  const prompt = bodyKey === undefined || /^file:\/\/\S+$/.test(body) ? '' : body;
  const start = bodyKey === undefined ? undefined : promptAt(lines, places.get(bodyKey), prompt);

  const above: Line[] = [
    ...Object.keys(head)
      .filter((key) => key !== bodyKey)
      .flatMap((key) => headLines(key, head[key], places.get(key), lines)),
    ...commentsIn(lines, start),
  ].sort((a, b) => a.spot.line - b.spot.line);
  const first = { line: 1, column: 1 };
  const opens = path.endsWith('.json') ? topKeys(text).get(bodyKey ?? '')?.valueAt : undefined;
  const string = opens === undefined ? undefined : offsetsInString(text, opens);
  const begins = lineStarts(text);
  let passed = 0;
  const below = prompt.split('\n').map((signs, nth): Line => {
    const line = (start?.first ?? 1) + (start?.isKept ? nth : 0);
    const each = signs.replace(/\r$/, '');
    const spot = { line, column: start?.column ?? 1 };
    const from = passed;
    passed += signs.length + 1;
    if (string !== undefined)
      return { text: each, spot, offset: (column) => string[from + column] ?? string.at(-1)! };
    const isSame = start?.isKept === true && lines[line - 1] === each;
    return { text: each, spot, ...(isSame && { offset: (column) => begins[line - 1]! + column }) };
  });
  const fence: Line = { text: '---', spot: first };
  const all = [fence, ...above, fence, ...below];
  const placeOf = (at: number) => {
    let left = at;
    for (const [nth, each] of all.entries()) {
      if (left <= each.text.length) return { nth, offset: each.offset?.(left) };
      left -= each.text.length + 1;
    }
    return undefined;
  };

  return {
    text: all.map((each) => each.text).join('\n'),
    document: { ...document, body: prompt, bodyLine: above.length + 3 },
    where: ({ line, column }) => {
      const { text: written, spot, offset } = all[Math.min(line, all.length) - 1] ?? fence;
      return offset === undefined
        ? spot
        : spotOf(text, offset(Math.min(column - 1, written.length)));
    },
    mend: ({ from, to, text: put }) => {
      const [first, last] = [placeOf(from), placeOf(to)];
      if (first?.offset === undefined || last?.offset === undefined) return undefined;
      const touched = all.slice(first.nth, last.nth + 1);
      if (touched.some(({ offset }) => offset === undefined)) return undefined;
      const written = string === undefined ? inToml(put, text) : inString(put);
      return written === undefined
        ? undefined
        : { from: first.offset, to: last.offset, text: written };
    },
  };
}

/** As a part of a text between three quotes; nothing where that would need other signs. */
const inToml = (put: string, file: string): string | undefined =>
  /[\\\0-\x08\x0b-\x1f\x7f]|["']{2}/.test(put)
    ? undefined
    : put.replaceAll('\n', file.includes('\r\n') ? '\r\n' : '\n');

/** The offset at which each line begins. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

interface Line {
  readonly text: string;
  readonly spot: Spot;
  /** Where in the file what stands at a column of it is, counted from 0; nothing where it is not to be found. */
  readonly offset?: (column: number) => number;
}

function placesOf(
  path: string,
  lines: readonly string[],
  text: string,
  keys: readonly string[],
): ReadonlyMap<string, Spot> {
  if (path.endsWith('.json')) {
    return new Map([...topKeys(text)].map(([key, { at }]) => [key, spotOf(text, at)]));
  }
  const sign = path.endsWith('.toml') ? '\\s*=' : '\\s*:';
  const found = new Map<string, Spot>();
  let isText = false;
  for (const [index, line] of lines.entries()) {
    const wasText = isText;
    if ((line.match(/"""|'''/g) ?? []).length % 2 === 1) isText = !isText;
    if (wasText) continue;
    const key = keys.find(
      (each) =>
        !found.has(each) &&
        (new RegExp(`^["']?${escaped(each)}["']?${sign}`).test(line) ||
          new RegExp(`^\\[{1,2}${escaped(each)}[\\].]`).test(line)),
    );
    if (key !== undefined) found.set(key, { line: index + 1, column: 1 });
  }
  return found;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const spotOf = (text: string, at: number): Spot => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
};

/** Where the text for the agent begins, and whether each of its lines is one of the file. */
function promptAt(lines: readonly string[], key: Spot | undefined, body: string) {
  if (key === undefined) return undefined;
  const opened = /=\s*("""|''')(.*)$/.exec(lines[key.line - 1]!);
  const column = key.column;
  if (opened === null) return { first: key.line, column, isKept: false };
  const first = opened[2] === '' ? key.line + 1 : key.line;
  const end = lines.findIndex(
    (line, index) =>
      index >= first - 1 &&
      line.includes(opened[1]!, index === key.line - 1 ? opened.index + opened[0].length : 0),
  );
  // A line that ends in a backslash goes on without the line end.
  const isKept = end + 1 - first + 1 === body.split(/\r?\n/).length;
  return { first, column: 1, isKept };
}

/** One key as YAML, each line with its place: that of its value, where it can be seen. */
function headLines(key: string, value: unknown, place: Spot | undefined, lines: readonly string[]) {
  const at = place ?? { line: 1, column: 1 };
  return printHead({ [key]: value })
    .trimEnd()
    .split('\n')
    .map((text, nth): Line => {
      const wanted = /^\s+-?\s*(?:[\w-]+:\s*)?"?(.*?)"?$/.exec(text)?.[1] ?? '';
      if (nth === 0 || wanted === '') return { text, spot: at };
      for (let index = at.line - 1; index < Math.min(lines.length, at.line + 200); index++) {
        const column = lines[index]!.indexOf(
          wanted,
          index === at.line - 1 ? at.column + key.length : 0,
        );
        if (column >= 0) return { text, spot: { line: index + 1, column: column + 1 } };
      }
      return { text, spot: at };
    });
}

/** What `#` says to the reader of the checks: it stands above the key that it stands above. */
const commentsIn = (
  lines: readonly string[],
  start: { readonly first: number } | undefined,
): readonly Line[] =>
  lines.flatMap((text, index) =>
    /^\s*#.*create-persona-ignore/.test(text) && index + 1 < (start?.first ?? Infinity)
      ? [{ text, spot: { line: index + 1, column: 1 } }]
      : [],
  );
