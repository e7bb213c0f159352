/**
 * The name that a person most likely meant, or nothing where none is near.
 *
 * Near is a Damerau-Levenshtein distance (optimal string alignment) of at most a third of the
 * longer name, or a beginning of at least three letters.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const [best] = known
    // No distance is smaller than the difference in length, and that costs nothing to know.
    .filter(({ length }) => Math.abs(length - wanted.length) <= Math.max(length, wanted.length) / 3)
    .map((each) => ({ each, lower: each.toLowerCase() }))
    .filter(({ lower }) => foreign(wanted, lower) <= Math.max(lower.length, wanted.length) / 3)
    .map(({ each, lower }) => ({ each, far: distance(wanted, lower) }))
    .sort((a, b) => a.far - b.far);
  if (best !== undefined && best.far <= Math.max(wanted.length, best.each.length) / 3) {
    return best.each;
  }
  return wanted.length < 3 ? undefined : known.find((each) => each.startsWith(wanted));
}

/** How many letters of the longer one the other has not, wherever they stand: no distance is smaller. */
function foreign(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let rest = short;
  let many = 0;
  for (const letter of long) {
    const at = rest.indexOf(letter);
    if (at < 0) many++;
    else rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  return many;
}

function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        here[column - 1]! + 1,
        above[column]! + 1,
        above[column - 1]! + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, before[column - 2]! + 1);
      here.push(least);
    }
    before = above;
    above = here;
  }
  return above[b.length]!;
}
