import { type Node, parsePython } from '../../python/parser.ts';
import type { ClassOf, FunctionOf, Module, Origin } from './module.ts';
import { decoratorsOf, isNode, readFunctions, variablesIn } from './read-function.ts';

/**
 * Read a module. Nothing, where it is not valid Python.
 * https://github.com/tree-sitter/tree-sitter-python/blob/master/grammar.js
 */
export function readModule(text: string, dotted: string, isPackage: boolean): Module | undefined {
  const read = parsePython(text.replaceAll('\r\n', '\n'), (root) =>
    root.hasError ? 'broken' : collect(root, dotted, isPackage),
  );
  if (read === undefined) throw new Error('loadPython() comes before readModule()');
  return read === 'broken' ? undefined : read;
}

function collect(root: Node, dotted: string, isPackage: boolean): Module {
  const statements = [...statementsOf(root)];
  const imports = new Map(statements.flatMap((node) => importsOf(node, dotted, isPackage)));
  const assigned = statements.flatMap(assignmentOf);
  const called = (by: string) =>
    assigned.filter(({ value }) => new RegExp(`^(\\w+\\.)?${by}\\(`).test(value));
  return {
    dotted,
    imports,
    classes: new Map(classesIn(statements, '')),
    functions: readFunctions(statements, ''),
    aliases: new Map(
      assigned.filter(({ isType }) => isType).map(({ name, value }) => [name, value]),
    ),
    variables: new Map(called('TypeVar').map(({ name, value }) => [name, boundOf(value)])),
    newTypes: new Map(
      called('NewType').map(({ name, value }) => [name, /,\s*(.+)\)$/s.exec(value)?.[1] ?? '']),
    ),
    exported: exportedIn(assigned),
    started: new Set(statements.flatMap(startedBy)),
  };
}

/** The statements of a module, also those that stand under an `if` or a `try` of it. */
export function* statementsOf(block: Node): Iterable<Node> {
  for (const node of block.namedChildren.filter(isNode)) {
    yield node;
    if (!/^(if|try)_statement$/.test(node.type) || isMain(node)) continue;
    for (const part of node.namedChildren.filter(isNode)) {
      if (part.type === 'block') yield* statementsOf(part);
      const inner = part.namedChildren.filter(isNode).find(({ type }) => type === 'block');
      if (/_clause$/.test(part.type) && inner !== undefined) yield* statementsOf(inner);
    }
  }
}

const isMain = (node: Node) =>
  node.type === 'if_statement' && /__name__/.test(node.childForFieldName('condition')?.text ?? '');

const startedBy = (node: Node): readonly string[] =>
  isMain(node)
    ? node
        .descendantsOfType('call')
        .filter(isNode)
        .map((call) => call.childForFieldName('function')!.text)
    : [];

/** What an import binds. A relative one is told in full. https://docs.python.org/3/reference/import.html#package-relative-imports */
export function importsOf(
  node: Node,
  dotted: string,
  isPackage: boolean,
): readonly (readonly [string, Origin])[] {
  const names = node.childrenForFieldName('name').filter(isNode);
  const parts = (each: Node) => ({
    name: (each.childForFieldName('name') ?? each).text,
    alias: each.childForFieldName('alias')?.text,
  });
  if (node.type === 'import_statement')
    return names.map(parts).map(({ name, alias }) => {
      const first = name.split('.')[0]!;
      return alias === undefined ? [first, { module: first }] : [alias, { module: name }];
    });
  if (node.type !== 'import_from_statement') return [];
  const module = absolute(node.childForFieldName('module_name')?.text ?? '', dotted, isPackage);
  return names.map(parts).map(({ name, alias }) => [alias ?? name, { module, name }]);
}

function absolute(module: string, dotted: string, isPackage: boolean): string {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  if (dots === '') return module;
  const up = dots.length - (isPackage ? 1 : 0);
  const above = dotted.split('.').slice(0, up === 0 ? undefined : -up);
  return [...above, ...(rest === '' ? [] : [rest])].join('.');
}

interface Assigned {
  readonly name: string;
  readonly value: string;
  readonly isType: boolean;
}

function assignmentOf(node: Node): readonly Assigned[] {
  if (node.type === 'type_alias_statement') {
    const name = node.childForFieldName('left')?.text.replace(/\[.*$/s, '') ?? '';
    return [{ name, value: node.childForFieldName('right')?.text ?? '', isType: true }];
  }
  const each = node.type === 'expression_statement' ? node.namedChild(0) : null;
  const left = each?.type === 'assignment' ? each.childForFieldName('left') : null;
  const right = each?.childForFieldName('right');
  if (left?.type !== 'identifier' || !right) return [];
  const isType = /^(subscript|identifier|attribute|binary_operator)$/.test(right.type);
  return [{ name: left.text, value: right.text, isType }];
}

function boundOf(call: string): string {
  const bound = /bound\s*=\s*([^,)]+(?:\[[^\]]*\])?)/.exec(call)?.[1];
  const first = /^[^,]*,\s*([A-Za-z_][\w.[\]]*)\s*(?:,|\))/.exec(call)?.[1];
  return (bound ?? first ?? '').trim().replace(/^["']|["']$/g, '');
}

function exportedIn(assigned: readonly Assigned[]): ReadonlySet<string> | undefined {
  const all = assigned.find(({ name }) => name === '__all__')?.value;
  if (all === undefined || !/^[[(]/.test(all)) return undefined;
  return new Set([...all.matchAll(/["'](\w+)["']/g)].map(([, name]) => name!));
}

function classesIn(
  statements: readonly Node[],
  owner: string,
): readonly (readonly [string, ClassOf])[] {
  return statements.flatMap((statement) => {
    const node = statement.childForFieldName('definition') ?? statement;
    if (node.type !== 'class_definition') return [];
    const path = `${owner === '' ? '' : `${owner}.`}${node.childForFieldName('name')!.text}`;
    const body = [...statementsOf(node.childForFieldName('body')!)];
    const given = node.childForFieldName('superclasses')?.namedChildren.filter(isNode) ?? [];
    const own: ClassOf = {
      path,
      bases: given.filter(({ type }) => type !== 'keyword_argument').map(({ text }) => text),
      decorators: decoratorsOf(statement),
      fields: body.flatMap(fieldOf),
      members: body.flatMap(assignmentOf).map(({ name }) => name),
      functions: readFunctions(body, path) satisfies readonly FunctionOf[],
      variables: variablesIn(node),
    };
    return [[path, own] as const, ...classesIn(body, path)];
  });
}

function fieldOf(node: Node) {
  const each = node.type === 'expression_statement' ? node.namedChild(0) : null;
  const type = each?.type === 'assignment' ? each.childForFieldName('type') : null;
  if (!each || !type) return [];
  const name = each.childForFieldName('left')!.text;
  return [{ name, type: type.text, default: each.childForFieldName('right')?.text }];
}
