import type { Known } from './baseline.ts';
import type { Check } from './check.ts';
import type { Finding } from './stages.ts';

/** How a run of the checks ended: all that a reporter may speak of. */
export interface Review {
  /** How many files were read. */
  readonly files: number;
  /** By file, and in a file in the order of their places. */
  readonly findings: readonly Finding[];
  /** How many findings the baseline kept back, and what it knows that is there no more. */
  readonly known: number;
  readonly gone: readonly Known[];
  /** The files that `--fix` has mended. */
  readonly mended: readonly string[];
  /** The checks that were run. */
  readonly checks: readonly Pick<Check, 'name' | 'level' | 'why'>[];
  /** The text of a line, from 1. */
  readonly lineAt: (path: string, line: number) => string;
}

export interface Manner {
  readonly hasColor: boolean;
  readonly quiet: boolean;
  /** Our own version. */
  readonly version: string;
}

/** A way to tell of a run: to a person, to a program, to a service. Pure: it gives a text. */
export interface Reporter {
  readonly name: string;
  readonly describes: string;
  readonly report: (review: Review, manner: Manner) => string;
}

export const defineReporter = (reporter: Reporter): Reporter => reporter;

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** How many of all could be mended by `--fix`. */
  readonly mendable: number;
}

export const tallyOf = (findings: readonly Finding[]): Tally => {
  const many = (level: Finding['level']) => findings.filter((each) => each.level === level).length;
  return {
    errors: many('error'),
    warnings: many('warning'),
    infos: many('info'),
    mendable: findings.filter(({ fix }) => fix !== undefined).length,
  };
};

/** The findings of each file, in the order in which they came. */
export function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const there = files.get(finding.path);
    if (there === undefined) files.set(finding.path, [finding]);
    else there.push(finding);
  }
  return files;
}

/** Signs that a terminal would obey, or that nobody would see, as their numbers. */
export const visible = (text: string): string =>
  text.replace(
    /[\0-\x08\x0a-\x1f\x7f-\x9f\ufeff\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\u{e0000}-\u{e007f}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`,
  );

/** Half of a pair, as where a cut went through one, is no character, and some readers stop at it. */
export const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');
