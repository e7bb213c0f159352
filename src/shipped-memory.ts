import { createHash } from 'node:crypto';
import type { Context, Said } from './check.ts';
import type { Memory } from './review.ts';
import { shipped } from './shipped.ts';
import { looksOf, type Sight } from './sights.ts';
import type { PlannedFile } from './stages.ts';

/** What the build has noted of one file: its findings, and for each wide check what it has seen, and how that looked. */
export interface Shown {
  readonly findings: Said['findings'];
  readonly wide: Readonly<Record<string, Readonly<Record<Sight, string>>>>;
  /** Of an agent file: the tokens that its budget leaves to the lines with the name of the project. */
  readonly spare?: number | null;
}

/**
 * What the checks say of texts that ship: the build has read them, so a run need not. Only a file
 * of the same path and the same text is known, but for the name of the project and the day, which
 * stand in some of them; and what a check said after it looked around, only where all looks the
 * same here.
 *
 * @param names - what the project may be called in these files
 * @param today - the day that they may be of
 */
export function shippedMemory(
  files: readonly PlannedFile[],
  names: readonly string[],
  today: string,
): (context: Context) => Memory {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const plain = names.filter((name) => isPlain.test(name) && !isSaid.test(name));
  const keys = new Map<string, string>();

  /** The key under which the build knows the text; where it does not, any key of its own. */
  function keyAt(path: string, read: (path: string) => string | undefined): string {
    const text = texts.get(path) ?? read(path) ?? '';
    const dated = text.replaceAll(today, anyDay);
    const named = plain.filter((name) => dated.includes(name));
    const all = [dated, ...named.map((name) => dated.replaceAll(name, anyName))];
    const found = all.map((each) => keyOf(path, each));
    return found.find((key) => shipped.said[key] !== undefined) ?? found[0]!;
  }

  /** No token is shorter than a byte, so where their bytes fit nobody need count. */
  const fits = (text: string, spare: number | null | undefined) =>
    spare === undefined ||
    text
      .split('\n')
      .filter((line) => plain.some((name) => line.includes(name)))
      .reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) <= (spare ?? -1);

  return (context) => {
    const known = (path: string) => {
      const key = keys.get(path) ?? keyAt(path, context.tree.read);
      keys.set(path, key);
      return key;
    };
    const lookOf = looksOf(context, known, hashOf);
    return {
      recall: (path) => {
        const said = shipped.said[known(path)];
        if (said === undefined) return undefined;
        const stale = Object.entries(said.wide)
          .filter(([, seen]) => Object.entries(seen).some(([sight, was]) => lookOf(sight) !== was))
          .map(([name]) => name);
        if (!fits(texts.get(path) ?? '', said.spare)) stale.push('budget-is-kept');
        const findings =
          stale.length === 0
            ? said.findings
            : said.findings.filter(({ check }) => !stale.includes(check));
        return { said: { findings, wide: {} }, again: stale };
      },
      keep: () => undefined,
    };
  };
}

/** A name that no check could have a word against: none that reads like a path, a hole or a thing left to do. */
const isPlain = /^[A-Za-z][A-Za-z0-9]*([-_.][A-Za-z0-9]+)*$/;
const isSaid = /todo|fixme|tbd|xxx|lorem|your|example|\.(md|json|ya?ml|toml|[cm]?[jt]s|py|sh)$/i;

/** What the project is called, and the day it is, when the build reads its files. */
export const anyName = 'project-of-any-name';
export const anyDay = '2026-01-02';

/** The first 16 hexadecimal digits of a SHA-256. */
export const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

export const keyOf = (path: string, text: string): string => hashOf(`${path}\0${text}`);
