import { defineCheck, type Remark, type TextFile } from './check.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './stages.ts';

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

/** Known like a check to `explain`, `--skip` and the config; it reads what the others have found. */
export const suppressionsAreUsed = defineCheck({
  name: 'suppressions-are-used',
  level: 'warning',
  why: 'A suppression that suppresses nothing hides the next real finding, and one without a reason tells nobody whether it still holds.',
  reads: () => true,
  good: {
    path: '.claude/agents/a.md',
    text: '# Rules\n\n<!-- create-persona-ignore references-resolve: the build writes it -->\nSee [the list](list.md).\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '# Rules\n\n<!-- create-persona-ignore references-resolve -->\nSee [the list](list.md).\n<!-- create-persona-ignore text-is-clean: it was broken once -->\nAll is well.\n',
  },
  remarks: () => [],
});

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
        line,
        column: at + 1,
        from: forFile ? 1 : isAlone ? line + 1 : line,
        to: forFile ? lines.length : isAlone ? (fence?.to ?? line + 1) : line,
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

/**
 * The findings that are left, and what is to be said of the suppressions themselves.
 *
 * @param ran - the checks that have read the file: what another would have found is not known
 * @param known - the names of all checks
 */
export function suppress(
  file: TextFile,
  findings: readonly Finding[],
  ran: ReadonlySet<string>,
  known: readonly string[],
): readonly Finding[] {
  const all = suppressionsIn(file);
  if (all.length === 0) return findings;
  const used = new Set<string>();
  const left = findings.filter(({ check, line }) => {
    const by = all.filter(
      ({ checks, reason, from, to }) =>
        reason !== '' && checks.includes(check) && line >= from && line <= to,
    );
    for (const each of by) used.add(`${each.line} ${check}`);
    return by.length === 0;
  });
  if (!ran.has(suppressionsAreUsed.name)) return left;
  const told = all.flatMap((each) =>
    [...remarks(each, known, (check) => !ran.has(check) || used.has(`${each.line} ${check}`))].map(
      (remark) => ({
        check: suppressionsAreUsed.name,
        path: file.path,
        level: suppressionsAreUsed.level,
        line: each.line,
        column: each.column,
        ...remark,
      }),
    ),
  );
  return [...left, ...told].sort((a, b) => a.line - b.line || a.column - b.column);
}

function* remarks(
  { checks, reason }: Suppression,
  known: readonly string[],
  isUsed: (check: string) => boolean,
): Iterable<Remark> {
  const unknown = checks.filter((check) => !known.includes(check));
  for (const check of unknown) {
    const meant = nearest(check, known);
    yield {
      says: `There is no check \`${check}\`, so this suppresses nothing.`,
      mend:
        meant === undefined
          ? 'Name a check that is there; `create-persona list` names them all.'
          : `Did you mean \`${meant}\`?`,
    };
  }
  if (checks.length === 0) {
    yield {
      says: 'This suppression names no check, so it suppresses nothing.',
      mend: `Write \`${mark} <check>: <reason>\`.`,
    };
  } else if (reason === '') {
    yield {
      says: 'This suppression gives no reason, so it suppresses nothing.',
      mend: `Say after a colon why it may stand: \`${mark} ${checks.join(', ')}: <reason>\`.`,
    };
  } else {
    for (const check of checks.filter((each) => !unknown.includes(each) && !isUsed(each))) {
      yield {
        says: `\`${check}\` has nothing to say here, so this suppresses nothing.`,
        mend: 'Take it out.',
      };
    }
  }
}
