import type { Origin } from './module.ts';

/** The names of a test file: what it imports, under which name, and what is taken. */
export interface Names {
  /** The name that stands for something in the file; it is imported, if it is not yet. */
  readonly use: (module: string, name: string) => string;
  /** A name for a variable that hides nothing that the file imports. */
  readonly free: (wanted: string) => string;
  /** What `use` has added, in the order in which it was asked for. */
  readonly added: () => readonly (Required<Origin> & { readonly local: string })[];
}

/**
 * @param standing - what the file imports already, by the name that it has there
 * @param taken - what else the file calls by a name
 */
export function namesOf(standing: ReadonlyMap<string, Origin>, taken: ReadonlySet<string>): Names {
  const added = new Map<string, Required<Origin> & { readonly local: string }>();
  const localOf = (module: string, name: string) => {
    const there = [...standing].find(
      ([, origin]) => origin.module === module && (origin.name ?? '') === name,
    );
    return there?.[0];
  };
  const isTaken = (local: string) =>
    taken.has(local) ||
    standing.has(local) ||
    [...added.values()].some((each) => each.local === local);
  return {
    use: (module, name) => {
      if (module === 'builtins') return name;
      const [first = '', ...rest] = name.split('.');
      const whole = (local: string) => [local, ...rest].join('.');
      const there = localOf(module, first);
      if (there !== undefined) return whole(there);
      const key = `${module}:${first}`;
      const before = added.get(key);
      if (before !== undefined) return whole(before.local);
      const other = /^[A-Z]/.test(first) ? `Tested${first}` : `tested_${first}`;
      const local = first !== '' && isTaken(first) ? other : first || module;
      added.set(key, { module, name: first, local });
      return whole(local);
    },
    free: (wanted) => {
      const [, bare = ''] = /^_*(.*?)_*$/.exec(wanted.toLowerCase()) ?? [];
      const name = bare === '' || /^\d/.test(bare) ? 'value' : bare;
      const locals = new Set([...added.values()].map(({ local }) => local));
      return locals.has(name) || standing.has(name) || taken.has(name) || unfit.has(name)
        ? `${name}_value`
        : name;
    },
    added: () => [...added.values()],
  };
}

/** What ruff or a test would trip over as a variable. https://docs.astral.sh/ruff/rules/builtin-variable-shadowing/ */
const unfit = new Set(
  `abs all any ascii bin bool bytes callable chr compile complex copyright credits dict dir divmod
  eval exec exit filter float format frozenset getattr globals hash help hex id input int isinstance
  iter len license list locals map max memoryview min next object oct open ord pow print property
  quit range repr reversed round set setattr slice sorted str sum super tuple type vars zip pytest
  result caught expected aiter anext breakpoint bytearray delattr enumerate hasattr issubclass`.split(
    /\s+/,
  ),
);
