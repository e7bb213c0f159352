import type { TextFile } from './check.ts';

/**
 * Where a key of the front matter stands, or a value below it. What cannot be found there is told
 * at the key, and a key that is missing at the opening `---`.
 *
 * @param keys - from the outermost in: `['paths', 'deny']`
 * @param wanted - a text that stands in the value of the key, as a word of its own
 */
export function placeInHead(
  { lines, document }: Pick<TextFile, 'lines' | 'document'>,
  keys: readonly string[],
  wanted?: string,
): { line: number; column: number } {
  const end = document.bodyLine - 1;
  let at = 0;
  for (const key of keys) {
    const next = lines.findIndex((line, index) => index > at && index < end && keyOf(line) === key);
    if (next < 0) break;
    at = next;
  }
  if (at > 0 && wanted !== undefined && wanted !== '') {
    for (
      let index = at;
      index < end && (index === at || isBelow(lines[index]!, lines[at]!));
      index++
    ) {
      const from = index === at ? lines[index]!.indexOf(':') + 1 : 0;
      const found = wordAt(lines[index]!, wanted, from);
      if (found >= 0) return { line: index + 1, column: found + 1 };
    }
  }
  return { line: at + 1, column: (lines[at] ?? '').search(/\S|$/) + 1 };
}

const keyOf = (line: string) => /^\s*(?:-\s+)?["']?([^\s:"'#{]+)["']?\s*:/.exec(line)?.[1];

const indent = (line: string) => line.search(/\S|$/);

/** A list may stand as far out as its key. */
const isBelow = (line: string, key: string) =>
  line.trim() === '' ||
  indent(line) > indent(key) ||
  (indent(line) === indent(key) && /^\s*(-\s|[\]}])/.test(line));

/** No pattern: what is looked for was written by anybody, and may be of any length. */
function wordAt(line: string, wanted: string, from: number): number {
  let at = line.indexOf(wanted, from);
  while (at >= 0) {
    const before = line[at - 1] ?? ' ';
    const after = line[at + wanted.length] ?? ' ';
    if (!/[\w./*-]/.test(before) && !/[\w/*-]/.test(after)) return at;
    at = line.indexOf(wanted, at + wanted.length);
  }
  return -1;
}
