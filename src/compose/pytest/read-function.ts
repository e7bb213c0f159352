import type { Node } from '../../python/parser.ts';
import type { FunctionOf, Parameter, Raised } from './module.ts';

export const isNode = (node: Node | null): node is Node => node !== null;

/** `@` and what follows, of a statement that is decorated. */
export const decoratorsOf = (statement: Node): readonly string[] =>
  statement.type === 'decorated_definition'
    ? statement.namedChildren
        .filter(isNode)
        .filter(({ type }) => type === 'decorator')
        .map(({ text }) => text.slice(1).trim())
    : [];

/**
 * The functions among some statements. One that is overloaded is called as its first overload says:
 * nobody but its own body sees the signature of the last.
 */
export function readFunctions(statements: readonly Node[], owner: string): readonly FunctionOf[] {
  const found = new Map<string, FunctionOf>();
  for (const statement of statements) {
    const node = statement.childForFieldName('definition') ?? statement;
    if (node.type !== 'function_definition') continue;
    const read = readFunction(node, decoratorsOf(statement), owner);
    if (read.decorators.some((each) => /\.(setter|deleter|getter)$/.test(each))) continue;
    const before = found.get(read.name);
    const isOverloaded = before?.decorators.some(isOverload) ?? false;
    found.set(
      read.name,
      isOverloaded
        ? { ...read, ...pick(before!), decorators: read.decorators.filter((d) => !isOverload(d)) }
        : read,
    );
    if (isOverloaded && read.decorators.some(isOverload)) found.set(read.name, before!);
  }
  return [...found.values()].map((each) => ({
    ...each,
    decorators: each.decorators.filter((decorator) => !isOverload(decorator)),
  }));
}

const isOverload = (decorator: string) => /(^|\.)overload$/.test(decorator);

const pick = ({ parameters, returns, variables }: FunctionOf) => ({
  parameters,
  returns,
  variables,
});

function readFunction(node: Node, decorators: readonly string[], owner: string): FunctionOf {
  const is = (name: RegExp) => decorators.some((each) => name.test(each));
  const how =
    owner === ''
      ? 'function'
      : is(/^staticmethod$/)
        ? 'static'
        : is(/^classmethod$/)
          ? 'class'
          : is(/(^|\.)(cached_)?property$|^computed_field/)
            ? 'property'
            : 'method';
  const all = parametersOf(node.childForFieldName('parameters')!);
  const body = node.childForFieldName('body')!;
  return {
    name: node.childForFieldName('name')!.text,
    owner,
    how,
    parameters: how === 'function' || how === 'static' ? all : all.slice(1),
    returns: node.childForFieldName('return_type')?.text ?? '',
    isAsync: node.firstChild?.type === 'async',
    yields: within(body, 'yield').length > 0,
    decorators,
    raises: raisesIn(body),
    variables: variablesIn(node),
  };
}

/** https://docs.python.org/3/reference/compound_stmts.html#function-definitions */
function parametersOf(list: Node): readonly Parameter[] {
  const found: Parameter[] = [];
  let kind: Parameter['kind'] = 'any';
  for (const node of list.namedChildren.filter(isNode)) {
    if (node.type === 'comment') continue;
    if (node.type === 'positional_separator') {
      for (const [nth, each] of found.entries()) found[nth] = { ...each, kind: 'positional' };
      continue;
    }
    if (node.type === 'keyword_separator') {
      kind = 'keyword';
      continue;
    }
    const splat = /^\*{1,2}/.exec(node.text)?.[0];
    const name = (node.childForFieldName('name') ?? firstName(node)).text.replace(/^\*+/, '');
    const own =
      splat === '**'
        ? 'kwargs'
        : splat === '*'
          ? 'args'
          : name.startsWith('__')
            ? 'positional'
            : kind;
    found.push({
      name,
      kind: own,
      type: node.childForFieldName('type')?.text,
      default: node.childForFieldName('value')?.text,
    });
    if (splat === '*') kind = 'keyword';
  }
  return found;
}

const firstName = (node: Node): Node =>
  node.type === 'identifier' ? node : (node.firstNamedChild ?? node);

/** Type variables that a definition declares itself: `def first[T: Base](…)`. */
export function variablesIn(node: Node): ReadonlyMap<string, string> {
  const declared = node.childForFieldName('type_parameters')?.namedChildren.filter(isNode) ?? [];
  return new Map(
    declared
      .map(({ text }) => /^(\w+)\s*(?::\s*(.+?))?\s*(?:=.*)?$/s.exec(text))
      .flatMap((match) =>
        match === null ? [] : [[match[1]!, /^[\w.[\]]+$/.exec(match[2] ?? '')?.[0] ?? '']],
      ),
  );
}

/** Below a node, but for what belongs to functions and classes within it. */
function within(body: Node, type: string): readonly Node[] {
  return body.namedChildren.filter(isNode).flatMap((node) => {
    if (/^(function_definition|class_definition|lambda)$/.test(node.type)) return [];
    return [...(node.type === type ? [node] : []), ...within(node, type)];
  });
}

function raisesIn(body: Node): readonly Raised[] {
  const found = within(body, 'raise_statement').flatMap((node): readonly Raised[] => {
    const raised = node.namedChild(0);
    const callee = raised?.type === 'call' ? raised.childForFieldName('function') : raised;
    if (!callee || !/^(\w+\.)*[A-Z]\w*$/.test(callee.text)) return [];
    return [{ name: callee.text, says: raised?.type === 'call' ? longestText(raised) : '' }];
  });
  return [...new Map(found.reverse().map((each) => [each.name, each])).values()].reverse();
}

const longestText = (call: Node): string =>
  call
    .descendantsOfType('string_content')
    .filter(isNode)
    .flatMap((each) => each.text.split(/\{[^}]*\}|\\./s))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '');
