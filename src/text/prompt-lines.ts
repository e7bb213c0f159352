import { inString, offsetsInString } from './json-string.ts';
import { topKeys } from './json-text.ts';
import type { Line, Spot } from './spot.ts';

/** The text that a file in TOML, JSON or YAML gives its agent, line by line. */
export interface Prompt {
  readonly lines: readonly Line[];
  /** The line of the file that it begins on. */
  readonly first: number;
  /** A piece of such a text as the file would have it; nothing where that is not certain. */
  readonly written: (piece: string) => string | undefined;
}

/**
 * Where each line of that text stands in the file. A text over several lines of TOML keeps its lines and
 * columns, and in a string of JSON each sign has its place; of others all that is known is where the key is.
 *
 * @param key - the one that it is the value of, and its place
 * @param prompt - the text as it is read
 */
export function promptLines(
  path: string,
  file: string,
  key: { readonly name: string; readonly at: Spot },
  prompt: string,
): Prompt {
  const opens = path.endsWith('.json') ? topKeys(file).get(key.name)?.valueAt : undefined;
  return opens === undefined
    ? inLines(file, key.at, prompt)
    : inJson(key.at, prompt, offsetsInString(file, opens));
}

function inJson(spot: Spot, prompt: string, offsets: readonly number[]): Prompt {
  let from = 0;
  const lines = prompt.split('\n').map((signs): Line => {
    const begin = from;
    from += signs.length + 1;
    const text = signs.replace(/\r$/, '');
    return { text, spot, offset: (column) => offsets[begin + column] ?? offsets.at(-1)! };
  });
  return { lines, first: spot.line, written: inString };
}

function inLines(file: string, key: Spot, prompt: string): Prompt {
  const lines = file.split('\n').map((line) => line.replace(/\r$/, ''));
  const texts = prompt.split(/\r?\n/);
  const { first, column, isKept } = textAt(lines, key, texts.length);
  const begins = lineStarts(file);
  return {
    lines: texts.map((text, nth): Line => {
      const line = first + (isKept ? nth : 0);
      const isSame = isKept && lines[line - 1] === text;
      const begin = begins[line - 1]!;
      return {
        text,
        spot: { line, column },
        ...(isSame && { offset: (at: number) => begin + at }),
      };
    }),
    first,
    written: (piece) => inToml(piece, file.includes('\r\n') ? '\r\n' : '\n'),
  };
}

/** Where the text begins, and whether each of its lines is one of the file. */
function textAt(lines: readonly string[], key: Spot, count: number) {
  const opened = /=\s*("""|''')(.*)$/.exec(lines[key.line - 1]!);
  if (opened === null) return { first: key.line, column: key.column, isKept: false };
  const first = opened[2] === '' ? key.line + 1 : key.line;
  const end = lines.findIndex(
    (line, index) =>
      index >= first - 1 &&
      line.includes(opened[1]!, index === key.line - 1 ? opened.index + opened[0].length : 0),
  );
  // A line that ends in a backslash goes on without the line end.
  return { first, column: 1, isKept: end + 1 - first + 1 === count };
}

/** As a part of a text between three quotes; nothing where that would need other signs. */
const inToml = (piece: string, eol: string): string | undefined =>
  /[\\\0-\x08\x0b-\x1f\x7f]|["']{2}/.test(piece) ? undefined : piece.replaceAll('\n', eol);

/** The offset at which each line begins. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
