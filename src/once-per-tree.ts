import type { Gathering, Repository } from './check.ts';
import type { Tree } from './tree.ts';

/**
 * What is read off many files of a repository: made when first asked for, and once for each tree, for
 * every file of it asks again.
 *
 * @param what - which of the gatherings it is, so that a kept finding knows what it rests on
 */
export function oncePerTree<Made>(
  what: Gathering,
  make: (repository: Repository) => Made,
): (repository: Repository) => Made {
  const kept = new WeakMap<Tree, { readonly made: Made }>();
  return ({ tree: whole, targets, gather }) => {
    const tree = gather?.(what) ?? whole;
    const { made } = kept.get(tree) ?? { made: make({ tree, targets }) };
    kept.set(tree, { made });
    return made;
  };
}
