import { noPlace } from './problems.ts';
import type { Loss } from './stages.ts';
import type { Target } from './target.ts';

/** What a target may have no place for. Memories and specs then stand where every agent finds them. */
type Homeless = 'instruction' | 'prompt' | 'skill';

/** The files that will not be there, because a tool has no place for their kind: a row each, and why. */
export const homeless = (
  kind: Homeless,
  names: readonly string[],
  targets: readonly Target[],
): readonly Loss[] =>
  targets
    .filter(({ homes }) => homes[kind] === null)
    .flatMap(({ id, why }) =>
      names.map((name) => ({ target: id, what: kind, name, because: uncapitalised(why[kind]!) })),
    );

/**
 * The same of one file that somebody asked for by itself. Where no target has a place for it there
 * is nothing to write, and that is not as it should be.
 *
 * @throws NoPlace
 */
export function homelessOrNone(
  kind: Homeless,
  name: string,
  targets: readonly Target[],
): readonly Loss[] {
  const losses = homeless(kind, [name], targets);
  if (targets.length > 0 && losses.length === targets.length) throw noPlace(kind, losses);
  return losses;
}

/** As it stands in a table of reasons: `a pack is tools without text`. A name keeps its capital. */
const uncapitalised = (reason: string) =>
  reason.replace(/\.$/, '').replace(/^(?:A|An|The|All|What)\b/, (word) => word.toLowerCase());
