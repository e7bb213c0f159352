import type { Check, TextFile } from '../check.ts';
import type { Config } from '../config.ts';
import type { Finding } from '../stages.ts';
import { suppress, suppressionsAreUsed } from '../suppress.ts';

/**
 * What is left of the findings of a file, once its suppressions and the config of the team have had
 * their say: each with the level that the team has given to its check.
 *
 * @param ran - the checks that have read the file
 * @param known - the names of all checks there are
 */
export function sift(
  file: TextFile,
  findings: readonly Finding[],
  { levels, ignores }: Config,
  ran: readonly Pick<Check, 'name'>[],
  known: readonly string[],
): readonly Finding[] {
  if (ignores(file.path)) return [];
  const active = new Set(ran.map(({ name }) => name).filter((name) => levels[name] !== 'off'));
  return suppress(file, findings, active, [...known, suppressionsAreUsed.name]).flatMap((each) => {
    const level = levels[each.check];
    if (level === 'off' || ignores(file.path, each.check)) return [];
    return [level === undefined ? each : { ...each, level }];
  });
}
