import { createHash } from 'node:crypto';
import { baselineWrong } from './problems.ts';
import type { Finding } from './stages.ts';

/**
 * The findings that a repository had when it took the checker in. They are not told again; what is
 * new is. A finding is known by its check, its file and the text of its line, so it may move up
 * and down without becoming new.
 */
export interface Baseline {
  readonly version: 1;
  readonly known: readonly Known[];
}

export interface Known {
  readonly check: string;
  readonly path: string;
  /** Of the check, the path and the line. */
  readonly hash: string;
  /** How often this line has this finding; once, where it is left out. */
  readonly times?: number;
}

export const baselinePath = '.persona/baseline.json';

/** @throws BaselineWrong - it is no baseline of ours */
export function readBaseline(path: string, text: string): Baseline {
  let read: Partial<Baseline> | null;
  try {
    read = JSON.parse(text) as Partial<Baseline> | null;
  } catch (error) {
    throw baselineWrong(path, (error as Error).message);
  }
  if (read?.version !== 1) throw baselineWrong(path, 'it is of a version that we do not know');
  const isKnown = (each: unknown) => {
    const { check, path: at, hash, times } = (each ?? {}) as Record<string, unknown>;
    return (
      [check, at, hash].every((value) => typeof value === 'string') &&
      (times === undefined || (typeof times === 'number' && times >= 1))
    );
  };
  if (!Array.isArray(read.known) || !read.known.every(isKnown))
    throw baselineWrong(path, 'its `known` is no list of findings');
  return read as Baseline;
}

/** What makes a finding the same finding after other lines were changed. */
export const identityOf = (finding: Pick<Finding, 'check' | 'path'>, line: string): string =>
  createHash('sha256')
    .update([finding.check, finding.path, line.trim().replace(/\s+/g, ' ')].join('\0'))
    .digest('hex')
    .slice(0, 16);

/**
 * @param lineOf - the text of the line that a finding is about
 */
export function baselineOf(
  findings: readonly Finding[],
  lineOf: (finding: Finding) => string,
): Baseline {
  const rows = new Map<string, Known>();
  for (const finding of findings) {
    const hash = identityOf(finding, lineOf(finding));
    const times = (rows.get(hash)?.times ?? 0) + 1;
    rows.set(hash, { check: finding.check, path: finding.path, hash, times });
  }
  return { version: 1, known: inOrder([...rows.values()]) };
}

export const printBaseline = (baseline: Baseline): string =>
  `${JSON.stringify(baseline, (key, value: unknown) => (key === 'times' && value === 1 ? undefined : value), 2)}\n`;

/** The findings that are new, how many were known, and what was known and is there no more. */
export function compare(
  findings: readonly Finding[],
  { known }: Baseline,
  lineOf: (finding: Finding) => string,
): { readonly fresh: readonly Finding[]; readonly known: number; readonly gone: readonly Known[] } {
  const left = new Map(known.map(({ hash, times = 1 }) => [hash, times]));
  const fresh = findings.filter((finding) => {
    const hash = identityOf(finding, lineOf(finding));
    const times = left.get(hash) ?? 0;
    if (times > 0) left.set(hash, times - 1);
    return times === 0;
  });
  const gone = known.flatMap((each) => {
    const times = left.get(each.hash) ?? 0;
    return times > 0 ? [{ ...each, times }] : [];
  });
  return { fresh, known: findings.length - fresh.length, gone };
}

/** What a run over some files says of them, beside what was known of all others. */
export const merged = (
  before: Baseline,
  { known }: Baseline,
  isSpokenOf: (each: Known) => boolean,
): Baseline => ({
  version: 1,
  known: inOrder([...before.known.filter((each) => !isSpokenOf(each)), ...known]),
});

const inOrder = (known: readonly Known[]): readonly Known[] =>
  [...known].sort(
    (a, b) => order(a.path, b.path) || order(a.check, b.check) || order(a.hash, b.hash),
  );

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
