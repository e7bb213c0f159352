import { type Document, printHead } from '../front-matter.ts';
import type { Edit } from '../stages.ts';
import { topKeys } from './json-text.ts';
import { promptLines } from './prompt-lines.ts';
import { type Line, type Spot, spotOf } from './spot.ts';

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
 * that it gives the agent below (`src/text/prompt-lines.ts`).
 *
 * @param document - the file as its tool reads it: the body is one of the values of its head
 */
export function asMarkdown(path: string, text: string, document: Document): View {
  const { head, body } = document;
  const lines = text.split(/\r?\n/);
  const key = Object.keys(head).find((each) => body !== '' && head[each] === body);
  const places = placesOf(path, lines, text, Object.keys(head));
  const at = key === undefined ? undefined : places.get(key);
  // A text that is kept elsewhere (`file://./prompt.md`) is no text.
  const prompt = key === undefined || /^file:\/\/\S+$/.test(body) ? '' : body;
  const below = at && promptLines(path, text, { name: key!, at }, prompt);

  const above: readonly Line[] = [
    ...Object.keys(head)
      .filter((each) => each !== key)
      .flatMap((each) => headLines(each, head[each], places.get(each), lines)),
    ...commentsIn(lines, below?.first ?? Infinity),
  ].sort((a, b) => a.spot.line - b.spot.line);
  const begin = { line: 1, column: 1 };
  const fence: Line = { text: '---', spot: begin };
  const bare = prompt.split(/\r?\n/).map((each): Line => ({ text: each, spot: begin }));
  const all = [fence, ...above, fence, ...(below?.lines ?? bare)];

  return {
    text: all.map((each) => each.text).join('\n'),
    document: { ...document, body: prompt, bodyLine: above.length + 3 },
    where: ({ line, column }) => {
      const { text: shown, spot, offset } = all[Math.min(line, all.length) - 1] ?? fence;
      return offset === undefined ? spot : spotOf(text, offset(Math.min(column - 1, shown.length)));
    },
    mend: ({ from, to, text: piece }) => {
      const [first, last] = [placeIn(all, from), placeIn(all, to)];
      const isCertain = all
        .slice(first?.nth, (last?.nth ?? 0) + 1)
        .every(({ offset }) => offset !== undefined);
      const put = below?.written(piece);
      return first?.offset === undefined ||
        last?.offset === undefined ||
        !isCertain ||
        put === undefined
        ? undefined
        : { from: first.offset, to: last.offset, text: put };
    },
  };
}

/** The line that an offset of the shown text is on, and where in the file that is. */
function placeIn(all: readonly Line[], at: number) {
  let left = at;
  for (const [nth, { text, offset }] of all.entries()) {
    if (left <= text.length) return { nth, offset: offset?.(left) };
    left -= text.length + 1;
  }
  return undefined;
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
const commentsIn = (lines: readonly string[], end: number): readonly Line[] =>
  lines.flatMap((text, index) =>
    /^\s*#.*create-persona-ignore/.test(text) && index + 1 < end
      ? [{ text, spot: { line: index + 1, column: 1 } }]
      : [],
  );
