import type { Edit, Finding } from './stages.ts';

/**
 * Apply the fixes of a text's findings, as many as go together. The edits of one fix are made all
 * or not at all; a fix that touches one made before it waits for the next round, for it was meant
 * for a text that is there no more.
 */
export function fixOnce(text: string, findings: readonly Finding[]): string {
  const taken: Edit[] = [];
  for (const { fix = [] } of findings) {
    const edits = fix.filter(({ from, to, text: put }) => text.slice(from, to) !== put);
    const isWhole = edits.every(({ from, to }) => from >= 0 && from <= to && to <= text.length);
    const isFree = edits.every(
      (edit, nth) =>
        !taken.some((other) => overlap(edit, other)) &&
        !edits.slice(0, nth).some((other) => overlap(edit, other)),
    );
    if (isWhole && isFree) taken.push(...edits);
  }
  let fixed = '';
  let at = 0;
  for (const { from, to, text: put } of taken.sort((a, b) => a.from - b.from || a.to - b.to)) {
    fixed += text.slice(at, from) + put;
    at = to;
  }
  return fixed + text.slice(at);
}

/** Two at the same place have no order, so they overlap too. */
const overlap = (a: Edit, b: Edit) => a.from === b.from || (a.from < b.to && b.from < a.to);

/** How often all is read and mended at most. Fixes that need more undo one another. */
export const mostRounds = 10;

type Texts = ReadonlyMap<string, string>;
type Found = ReadonlyMap<string, readonly Finding[]>;

/**
 * Mend texts until nothing is left to mend. Gives those that became others.
 *
 * A text that comes back to what it has been has fixes that undo one another; it stays as it was.
 *
 * @param findingsOf - what the checks say of every text, were these to take the place of what is there
 */
export async function fixAll(
  texts: Texts,
  findingsOf: (mended: Texts) => Promise<Found>,
): Promise<Texts> {
  const mended = new Map<string, string>();
  const seen = new Map<string, Set<string>>();
  const given = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const found = await findingsOf(mended);
    let isDone = true;
    for (const [path, before] of texts) {
      const now = mended.get(path) ?? before;
      const next = given.has(path) ? now : fixOnce(now, found.get(path) ?? []);
      if (next === now) continue;
      isDone = false;
      const been = seen.get(path) ?? new Set([before]);
      seen.set(path, been);
      if (been.has(next) || round === mostRounds - 1) {
        given.add(path);
        mended.delete(path);
      } else {
        been.add(next);
        mended.set(path, next);
      }
    }
    if (isDone) break;
  }
  return mended;
}
