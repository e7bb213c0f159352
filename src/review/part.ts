import type { Said } from '../check.ts';
import { allChecks } from './checking.ts';
import { keptTree } from '../kept-tree.ts';
import { placeOf } from '../place.ts';
import { readAll } from './read-all.ts';
import type { Job } from './job.ts';
import { targets } from '../targets/index.ts';
import type { Part } from './side-by-side.ts';
import { onDay } from '../vocabulary.ts';

/** Read them, with the whole of the project at hand, as the first thread does with the others. */
export async function reviewPart(part: Part): Promise<ReadonlyMap<string, Said>> {
  const tree = keptTree(part.root, part.paths);
  const named = targets.filter(({ id }) => part.targets.includes(id));
  const here = onDay(named, part.rest['asOf']);
  const byName = new Map(allChecks.map((check) => [check.name, check]));
  const jobs = part.jobs.flatMap(({ path, checks }): readonly Job[] => {
    const place = placeOf(path, here);
    return place === undefined
      ? []
      : [{ path, place, checks: checks.flatMap((name) => byName.get(name) ?? []) }];
  });
  const said = new Map<string, Said>();
  const context = { tree, targets: here, personas: part.personas, ...part.rest };
  await readAll(jobs, context, (path) => tree.read(path) ?? '', said);
  return said;
}
