import { snake } from '../../words.ts';
import type { Tree } from '../../tree.ts';
import { type Node, parsePython } from '../../python/parser.ts';
import { type FunctionOf, type Module, nameIn } from './module.ts';
import { type Kind, testFiles } from './place.ts';
import { isNode } from './read-function.ts';
import { readModule } from './read-module.ts';

/** The test that a function has: its name, and its file. */
export interface Covering {
  readonly path: string;
  readonly test: string;
}

/**
 * Finds the test that calls a function, by any file of its kind that imports what the test is of. For
 * a table only a test with a table counts.
 */
export function coveringIn(
  project: Tree,
  module: Module,
  kind: Kind,
): (fn: FunctionOf) => Covering | undefined {
  const tests = testFiles(project, kind)
    .filter((path) => (project.read(path) ?? '').includes(module.dotted.split('.').at(-1)!))
    .flatMap((path) => testsIn(project.read(path)!, path, module));
  const fitting = kind === 'parametrized' ? tests.filter(({ isTable }) => isTable) : tests;
  return (fn) =>
    fitting.find(({ test, uses, imports }) => {
      const name = `test_${snake(nameIn(fn).replaceAll('.', ' '))}`;
      if (imports.size === 0) return false;
      if (test === name || test.startsWith(`${name}_`)) return true;
      return fn.owner === ''
        ? uses.has(imports.get(fn.name) ?? '') || (uses.has(`.${fn.name}`) && imports.has('*'))
        : uses.has(`.${fn.name}`) && imports.has(fn.owner.split('.')[0]!);
    });
}

interface Found extends Covering {
  /** Names that it uses, and attributes with a point before them. */
  readonly uses: ReadonlySet<string>;
  /** What its file imports of the module: the name there, by the name in the module. */
  readonly imports: ReadonlyMap<string, string>;
  readonly isTable: boolean;
}

function testsIn(text: string, path: string, module: Module): readonly Found[] {
  const imports = new Map(
    [...(readModule(text, 'test', false)?.imports ?? [])].flatMap(([local, origin]) => {
      if (origin.module === module.dotted) return [[origin.name ?? '*', local] as const];
      const whole = origin.name === undefined ? origin.module : `${origin.module}.${origin.name}`;
      return whole === module.dotted ||
        (module.dotted.startsWith(`${whole}.`) && origin.name === undefined)
        ? [['*', local] as const]
        : [];
    }),
  );
  if (imports.size === 0) return [];
  return (
    parsePython(text, (root) =>
      root
        .descendantsOfType('function_definition')
        .filter(isNode)
        .flatMap((node): Found[] => {
          const test = node.childForFieldName('name')!.text;
          if (!test.startsWith('test')) return [];
          const isTable = /parametrize\(/.test(
            node.parent?.text.slice(0, node.startIndex - node.parent.startIndex) ?? '',
          );
          return [{ path, test, uses: usesIn(node), imports, isTable }];
        }),
    ) ?? []
  );
}

const usesIn = (node: Node): ReadonlySet<string> =>
  new Set(
    node.descendantsOfType('identifier').flatMap((each) => {
      if (each === null) return [];
      const isAttribute =
        each.parent?.type === 'attribute' &&
        each.parent.childForFieldName('attribute')?.id === each.id;
      return isAttribute ? [`.${each.text}`] : [each.text];
    }),
  );
