import * as v from 'valibot';
import { globs } from './glob-schema.ts';

const levels = v.picklist(
  ['off', 'info', 'warning', 'error'],
  'must be `off`, `info`, `warning` or `error`',
);

const rule = (why: string) =>
  v.pipe(
    v.union([
      levels,
      v.strictObject({
        level: v.optional(v.pipe(levels, v.description('the level of all that it finds'))),
        ignore: v.optional(globs('the files that this check leaves alone')),
      }),
    ]),
    v.description(why),
  );

/** What the schema must know of the shelves. */
export interface Shelves {
  readonly checks: readonly { readonly name: string; readonly why: string }[];
  readonly targets: readonly { readonly id: string }[];
}

/** What a team may decide for its repository. The JSON Schema for editors is made from this object. */
export const configSchema = ({ checks, targets }: Shelves) =>
  v.strictObject({
    checks: v.optional(
      v.pipe(
        v.strictObject(
          Object.fromEntries(checks.map(({ name, why }) => [name, v.optional(rule(why))])),
        ),
        v.description('a level for each check that shall have another than its own'),
      ),
    ),
    ignore: v.optional(globs('the files that no check reads')),
    targets: v.optional(
      v.pipe(
        v.array(
          v.picklist(
            targets.map(({ id }) => id),
            ({ received }) => `${received} is no target`,
          ),
        ),
        v.minLength(1, 'must name at least one target'),
        v.readonly(),
        v.description('the tools that this repository is for; files of others are not read'),
      ),
    ),
    baseline: v.optional(
      v.pipe(v.string(), v.description('the file of known findings, where it is used always')),
    ),
    'max-warnings': v.optional(
      v.pipe(
        v.number(),
        v.integer('must be a whole number'),
        v.minValue(0, 'must not be negative'),
        v.description('how many warnings are let pass; without it, any number'),
      ),
    ),
  });
