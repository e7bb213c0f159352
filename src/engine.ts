/**
 * Engines take long to load, and few files need them: the tokenizer, a parser. A check cannot wait,
 * so it goes without one that is not there and leaves word that it would have used it. Whoever runs
 * the checks loads what was wanted and lets that check read the file again.
 */
const wanted = new Set<() => Promise<void>>();

/** @param load - always the same function for the same engine, and one that never fails twice */
export const want = (load: () => Promise<void>): void => void wanted.add(load);

/** What was wanted since the last time that somebody asked. */
export function takeWanted(): readonly (() => Promise<void>)[] {
  if (wanted.size === 0) return [];
  const loads = [...wanted];
  wanted.clear();
  return loads;
}
