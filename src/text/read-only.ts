import type { Markdown } from './markdown.ts';

/** Where a text says that whoever follows it writes no file at all. */
export interface Limit {
  readonly line: number;
  readonly column: number;
}

/**
 * The first line of a text that forbids all writing. "Never modify production code" forbids some of
 * it, "no edits until you are told" puts it off, and "read-only queries" speaks of somebody's data.
 */
export function readOnlyIn(prose: Markdown['prose']): Limit | undefined {
  for (const { line, text } of prose) {
    if (!/read-only|\b(?:edit|modify|write|change|modifications?|changes|edits)\b/i.test(text))
      continue;
    const plain = text.replaceAll('**', '');
    const found = patterns.map((pattern) => pattern.exec(plain)).find((each) => each !== null);
    if (found === undefined || /^\s*[>|]/.test(plain)) continue;
    const rest = plain.slice(found.index);
    if (softened.test(rest)) continue;
    const at = text.indexOf(found[0].trimStart());
    return { line, column: Math.max(at, 0) + 1 };
  }
  return undefined;
}

/** Whether one line says that the agent it speaks of only reads: for descriptions. */
export const isSaidToRead = (description: string): boolean =>
  /\bread-only (?:[\w-]+ ){0,3}(?:agent|auditor|audit|analyst|explorer|mode|persona|researcher|reviewer|review)\b/i.test(
    description,
  ) && !softened.test(description);

const patterns: readonly RegExp[] = [
  // You must never edit files. Never write code.
  /\b(?:(?:you|I) (?:must |should |will |may |can )?(?:never|not|do not|don't|cannot|can't) |^\s*(?:[-*+] |\d+[.)] )?(?:never|do not|don't) )(?:\w+ (?:or|and|,) )?(?:edit|modify|write|change) (?:any )?(?:files|code)(?=\s*(?:[.!;]|$|[—–-]\s|\())/i,
  /\bthis (?:agent|persona|mode) is read-only\b|\bread-only (?:agent|persona|mode)\b/i,
  // - Read-only critique: no code modifications.
  /^\s*(?:[-*+] |\d+[.)] )read-only (?:analysis|assessment|audit|critique|review)\b(?=\s*(?:[.:!;,]|only\b|$|[—–-]\s))/i,
  // You are read-only. - Strictly read-only
  /^\s*(?:[-*+] |\d+[.)] )?(?:[^.]*\. )?(?:you|I) (?:are|stay|remain|am) (?:strictly |always |entirely )?read-only(?=\s*(?:[.:!;,]|$|[—–-]\s))/i,
  /^\s*(?:[-*+] |\d+[.)] )(?:strictly |always )?read-only(?=\s*[.!]?$)/i,
  /^\s*(?:[-*+] |\d+[.)] )no (?:code|file|source) (?:changes|edits|modifications)(?=\s*[.!]?$)/i,
];

/** What takes a limit back, puts it off, or is about something else than files. */
const softened =
  /\b(?:until|unless|without|outside|except|other than|before|after|by default|first|directly|yourself|on your own|api|azure|aws|cluster|database|production|queries|resources|sql|tenant)\b/i;
