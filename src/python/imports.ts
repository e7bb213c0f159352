import { isNode, type Module } from './module.ts';
import type { Node } from './parser.ts';

/** One name that an import binds. */
export interface Imported {
  readonly node: Node;
  /** `redis.asyncio` of `from redis.asyncio import Redis`, and of `import redis.asyncio`. */
  readonly module: string;
  /** `Redis`; empty where the module itself is imported. */
  readonly name: string;
  /** What the module calls it. */
  readonly as: string;
}

const cache = new WeakMap<Module, readonly Imported[]>();

/** Every name that the imports of a module bind. Read once. */
export function importsOf(module: Module): readonly Imported[] {
  const known = cache.get(module) ?? read(module);
  cache.set(module, known);
  return known;
}

const read = (module: Module): readonly Imported[] => [
  ...module.all('import_statement').flatMap((statement) =>
    namesIn(statement).map(({ node, name, as }) => ({
      node,
      module: name,
      name: '',
      as: as ?? name.split('.')[0]!,
    })),
  ),
  ...module.all('import_from_statement').flatMap((statement) => {
    const from = statement.childForFieldName('module_name')?.text ?? '';
    return namesIn(statement).map(({ node, name, as }) => ({
      node,
      module: from,
      name,
      as: as ?? name,
    }));
  }),
];

const namesIn = (statement: Node) =>
  statement
    .childrenForFieldName('name')
    .filter(isNode)
    .map((node) => ({
      node,
      name: (node.childForFieldName('name') ?? node).text,
      as: node.childForFieldName('alias')?.text,
    }));

/** Whether a module is this one, or in it. */
export const isIn = (module: string, ...packages: readonly string[]): boolean =>
  packages.some((each) => module === each || module.startsWith(`${each}.`));
