import { createHash } from 'node:crypto';
import type { Context } from '../check.ts';
import type { Memory } from './review.ts';
import { type Shown, shipped } from '../shipped.ts';
import { looksOf } from './sights.ts';
import type { PlannedFile } from '../stages.ts';

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

  /** The key under which the build knows the text; where it does not, one that it has not. */
  function keyAt(path: string, read: (path: string) => string | undefined): string {
    const dated = (texts.get(path) ?? read(path) ?? '').replaceAll(today, anyDay);
    const found = (shipped.keys[path] ?? []).find((key) => {
      const { at } = shipped.said[key]!;
      const anonymous =
        at.length === 0 ? [dated] : plain.map((name) => withoutName(dated, at, name));
      return anonymous.some((text) => text !== undefined && keyOf(path, text) === key);
    });
    return found ?? keyOf(path, dated);
  }

  /** No token is shorter than a byte, so where the bytes of the lines with the name fit nobody need count. */
  const fits = (text: string, { at, spare }: Shown) =>
    spare === undefined ||
    plain.some((name) => bytesWithName(text, at, name) <= (spare ?? -1)) ||
    at.length === 0;

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
        if (!fits(texts.get(path) ?? '', said)) stale.push('budget-is-kept');
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

/** The text with `anyName` in those places; nothing where another name than this one stands there. */
function withoutName(text: string, at: readonly number[], name: string): string | undefined {
  let from = 0;
  let whole = '';
  for (const [nth, offset] of at.entries()) {
    const here = offset + nth * (name.length - anyName.length);
    if (!text.startsWith(name, here)) return undefined;
    whole += text.slice(from, here) + anyName;
    from = here + name.length;
  }
  return whole + text.slice(from);
}

/** What the lines cost at most that have the name in them. */
function bytesWithName(text: string, at: readonly number[], name: string): number {
  const starts = new Set(
    at.map(
      (offset, nth) => text.lastIndexOf('\n', offset + nth * (name.length - anyName.length)) + 1,
    ),
  );
  return [...starts].reduce((sum, start) => {
    const end = text.indexOf('\n', start);
    return sum + Buffer.byteLength(text.slice(start, end < 0 ? undefined : end)) + 1;
  }, 0);
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
