import type { TextFile } from './check.ts';

/**
 * A comment that lets a finding stand, and says why:
 *
 *     <!-- create-persona-ignore tools-are-known: the server brings it -->
 *     # create-persona-ignore-file description-fits: written by another tool   (front matter)
 *
 * After other text it speaks of its own line; alone, of the next one, and of the whole fence where
 * that opens one. With `-file` it speaks of the file.
 */
export interface Suppression {
  readonly checks: readonly string[];
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  /** The lines that it speaks of, from 1. */
  readonly from: number;
  readonly to: number;
}

/** What every suppression has in it. */
export const mark = 'create-persona-ignore';
/** How each form begins; where it ends is looked for, for a pattern over all of it would take for ever on some lines. */
const html = /<!--[ \t]{0,9}create-persona-ignore(-file)?(?![\w-])/;
const yaml = /(?:^|[ \t])#[ \t]{0,9}create-persona-ignore(-file)?(?![\w-])/;

/** One comment of a line, taken apart; nothing where there is none. */
function commentIn(text: string, isHead: boolean) {
  const found = (isHead ? yaml : html).exec(text);
  if (found === null) return undefined;
  const begin = found.index + found[0].length;
  const close = isHead ? text.length : text.indexOf('-->', begin);
  if (close < 0) return undefined;
  const said = text.slice(begin, close);
  const colon = said.indexOf(':');
  return {
    at: found.index + found[0].search(/[#<]/),
    end: isHead ? close : close + '-->'.length,
    forFile: found[1] !== undefined,
    names: colon < 0 ? said : said.slice(0, colon),
    reason: colon < 0 ? '' : said.slice(colon + 1).trim(),
  };
}

/** The suppressions of a file. One in a fence or in back-ticks is an example, and suppresses nothing. */
export function suppressionsIn(file: TextFile): readonly Suppression[] {
  if (!file.text.includes(mark)) return [];
  const { lines, document, markdown } = file;
  const fences = markdown.fences.map(({ line, lines: inside }) => ({
    from: line,
    to: line + inside.length + 1,
  }));
  const real = (line: number) => file.where?.({ line, column: 1 }).line ?? line;
  return lines.flatMap((text, index) => {
    const line = index + 1;
    if (!text.includes(mark) || fences.some(({ from, to }) => line >= from && line <= to))
      return [];
    const isHead = line < document.bodyLine;
    const found = commentIn(text, isHead);
    if (found === undefined || (text.slice(0, found.at).split('`').length - 1) % 2 === 1) return [];
    const { at, end, forFile, names, reason } = found;
    const isAlone = text.slice(0, at).trim() === '' && text.slice(end).trim() === '';
    const fence = fences.find(({ from }) => from === line + 1);
    return [
      {
        checks: names.split(/[\s,]+/).filter(Boolean),
        reason,
        line: real(line),
        column: at + 1,
        from: forFile ? 1 : real(isAlone ? line + 1 : line),
        to: forFile ? Infinity : real(isAlone ? (fence?.to ?? line + 1) : line),
      },
    ];
  });
}

/**
 * Whether a comment of a file of code lets a finding stand: the same words, behind `#`. One without
 * a reason suppresses nothing.
 */
export function suppressedIn(text: string): (check: string, line: number) => boolean {
  if (!text.includes(mark)) return () => false;
  const all = text.split('\n').flatMap((each, index) => {
    const found = commentIn(each.trimEnd(), true);
    if (found === undefined || found.reason === '') return [];
    const line = each.slice(0, found.at).trim() === '' ? index + 2 : index + 1;
    return [{ names: found.names.split(/[\s,]+/), line: found.forFile ? undefined : line }];
  });
  return (check, line) =>
    all.some((each) => each.names.includes(check) && (each.line ?? line) === line);
}
