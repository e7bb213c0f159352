import { createHash } from 'node:crypto';
import type { Memory } from './review.ts';
import { shipped } from './shipped.ts';
import type { PlannedFile } from './stages.ts';

/**
 * What the checks say of texts that ship: the build has read them, so a run need not. Only a file
 * of the same path and the same text is known, but for the name of the project and the day, which
 * stand in some of them. The checks that look at other files, or count tokens, read it all the same.
 *
 * @param names - what the project may be called in these files
 * @param today - the day that they may be of
 */
export function shippedMemory(
  files: readonly PlannedFile[],
  names: readonly string[],
  today: string,
): Memory {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const plain = names.filter((name) => isPlain.test(name));
  return {
    recall: (path) => {
      const text = texts.get(path) ?? '';
      const dated = text.replaceAll(today, anyDay);
      const said =
        shipped.said[keyOf(path, dated)] ??
        plain
          .filter((name) => dated.includes(name))
          .map((name) => shipped.said[keyOf(path, dated.replaceAll(name, anyName))])
          .find((each) => each !== undefined);
      return said && { said: { findings: said.findings, wide: [] }, again: said.wide };
    },
    keep: () => undefined,
  };
}

/** A name that no check could have a word against. */
const isPlain = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;

/** What the project is called, and the day it is, when the build reads its files. */
export const anyName = 'project-of-any-name';
export const anyDay = '2026-01-02';

/** The first 16 hexadecimal digits of a SHA-256 over path and text. */
export const keyOf = (path: string, text: string): string =>
  createHash('sha256').update(`${path}\0${text}`).digest('hex').slice(0, 16);
