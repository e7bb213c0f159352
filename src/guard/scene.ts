import type { Meaning } from './effect.ts';

/** What is known at one point of a command line. Folders and values only ever grow: a `cd` or an
 *  assignment may have failed or been skipped, and then the older one holds. */
export interface Scene {
  readonly folders: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, Meaning>;
}

/** A value more that a variable may have. */
export function valuing(scene: Scene, name: string, meaning: Meaning): Scene {
  const before = scene.values.has(name) ? scene.values.get(name) : [];
  const isKnown = before !== undefined && meaning !== undefined;
  const all = isKnown ? [...new Set([...before, ...meaning])] : undefined;
  return { ...scene, values: new Map([...scene.values, [name, all]]) };
}

/** Variables of which nobody can say what they are. */
export const unknowing = (scene: Scene, names: readonly string[]): Scene =>
  names.reduce((last, name) => valuing(last, name, undefined), scene);

/** What may be so by one of two ways. */
export function united(one: Scene, other: Scene): Scene {
  let last: Scene = { ...one, folders: new Set([...one.folders, ...other.folders]) };
  for (const [name, value] of other.values) last = valuing(last, name, value);
  return last;
}

/** The same for two scenes in which the same is known. */
export const signOf = ({ folders, values }: Scene): string =>
  JSON.stringify([[...folders], [...values].map(([name, value]) => [name, value ?? null])]);
