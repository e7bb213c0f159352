import type { Check, Said } from '../check.ts';
import { placeOf } from '../place.ts';
import { readAll } from './read-all.ts';
import type { Finding } from '../stages.ts';
import { targets } from '../targets/index.ts';
import { memoryTree } from '../tree.ts';

/**
 * What a check says of its own bad example, in the order of the lines: how a finding of it reads, and how
 * to mend it. Nothing where it looks at something else than one file.
 */
export async function saidOfBad(check: Check): Promise<readonly Finding[]> {
  const { path, text } = check.bad;
  const place = placeOf(path, targets);
  if (place === undefined) return [];
  const said = new Map<string, Said>();
  const context = { tree: memoryTree({ [path]: text }), targets, personas: new Map() };
  await readAll([{ path, place, checks: [check] }], context, () => text, said);
  return said.get(path)!.findings;
}
