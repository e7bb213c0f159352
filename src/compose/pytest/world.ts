import type { Tree } from '../../tree.ts';
import { builtins } from '../../python/names.ts';
import type { ClassOf, FunctionOf, Module, Origin } from './module.ts';
import { pathsOf } from './place.ts';
import { readModule } from './read-module.ts';

/** Where a name is at home, and what it is there. */
export interface Home extends Origin {
  readonly name: string;
  /** The module, where it is one of the project. */
  readonly inside: Module | undefined;
}

/** The modules of a project, each read when it is first asked for. */
export interface World {
  readonly module: (dotted: string) => Module | undefined;
  /** What a name that is used in a module stands for; nothing, where nobody says. */
  readonly find: (name: string, inside: Module) => Home | undefined;
  readonly classAt: (home: Home) => ClassOf | undefined;
  /** A method that is the class's own or of a base in the project. */
  readonly method: (home: Home, name: string) => (FunctionOf & { readonly home: Home }) | undefined;
  readonly isOwn: (dotted: string) => boolean;
}

export function worldOf(project: Tree): World {
  const read = new Map<string, Module | undefined>();
  const module = (dotted: string): Module | undefined => {
    if (read.has(dotted)) return read.get(dotted);
    const path = pathsOf(dotted).find((each) => project.read(each) !== undefined);
    const isPackage = path?.endsWith('/__init__.py') ?? false;
    const found =
      path === undefined ? undefined : readModule(project.read(path)!, dotted, isPackage);
    read.set(dotted, found);
    return found;
  };

  const follow = ({ module: from, name }: Required<Origin>, depth: number): Home => {
    const inside = module(from);
    const further = inside?.imports.get(name.split('.')[0]!);
    if (inside === undefined || depth > 5 || isIn(name, inside) || further === undefined)
      return { module: from, name, inside };
    const rest = name.split('.').slice(1);
    const own = further.name === undefined ? rest : [further.name, ...rest];
    if (own.length === 0) return { module: from, name, inside };
    return follow({ module: further.module, name: own.join('.') }, depth + 1);
  };

  const find = (name: string, inside: Module): Home | undefined => {
    const [first = '', ...rest] = name.split('.');
    if (isIn(name, inside) || isIn(first, inside)) return { module: inside.dotted, name, inside };
    const origin = inside.imports.get(first);
    if (origin === undefined)
      return builtins.has(name) ? { module: 'builtins', name, inside: undefined } : undefined;
    if (origin.name !== undefined) {
      const below = `${origin.module}.${origin.name}`;
      if (rest.length > 0 && module(below))
        return follow({ module: below, name: rest.join('.') }, 0);
      return follow({ module: origin.module, name: [origin.name, ...rest].join('.') }, 0);
    }
    const last = rest.at(-1);
    if (last === undefined) return undefined;
    return follow({ module: [origin.module, ...rest.slice(0, -1)].join('.'), name: last }, 0);
  };

  const classAt = ({ inside, name }: Home) => inside?.classes.get(name);
  const method: World['method'] = (home, name) => {
    const own = classAt(home)?.functions.find((each) => each.name === name);
    if (own !== undefined) return { ...own, home };
    for (const base of classAt(home)?.bases ?? []) {
      const above = home.inside && find(base.replace(/\[.*$/s, ''), home.inside);
      const found = above?.inside && above.name !== home.name ? method(above, name) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    module,
    find,
    classAt,
    method,
    isOwn: (dotted) => {
      const first = dotted.split('.')[0]!;
      return [`src/${first}`, first, `src/${first}.py`, `${first}.py`].some((path) =>
        project.has(path),
      );
    },
  };
}

const isIn = (name: string, { classes, aliases, variables, newTypes, functions }: Module) =>
  classes.has(name) ||
  aliases.has(name) ||
  variables.has(name) ||
  newTypes.has(name) ||
  functions.some((each) => each.name === name);
