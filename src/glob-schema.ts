import * as v from 'valibot';
import { globFault } from './globs.ts';

/**
 * A list of globs, each of them one that we understand.
 *
 * @param says - what they are for, as editors show it
 */
export const globs = (says: string) =>
  v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.check(
          (glob) => globFault(glob) === undefined,
          ({ input }) => `"${input}" is not a glob: ${globFault(String(input))}`,
        ),
      ),
    ),
    v.readonly(),
    v.description(says),
  );
