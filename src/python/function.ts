import { isNode } from './module.ts';
import type { Node } from './parser.ts';

/** What checks of code ask about a `function_definition`, and about what stands in it. */

export const nameOf = (node: Node): string => node.childForFieldName('name')?.text ?? '';

export const bodyOf = (node: Node): Node | undefined => node.childForFieldName('body') ?? undefined;

export const isAsync = (fn: Node): boolean => fn.firstChild?.type === 'async';

/** Without its comments. */
export const childrenOf = (node: Node | undefined | null): readonly Node[] =>
  (node?.namedChildren ?? []).filter(isNode).filter(({ type }) => type !== 'comment');

/** Each decorator without its `@`, as a node. */
export const decoratorsOf = (definition: Node): readonly Node[] =>
  definition.parent?.type === 'decorated_definition'
    ? childrenOf(definition.parent).flatMap((each) =>
        each.type === 'decorator' ? childrenOf(each) : [],
      )
    : [];

export interface Parameter {
  readonly node: Node;
  readonly name: string;
  readonly type: Node | undefined;
  readonly value: Node | undefined;
}

export const parametersOf = (fn: Node): readonly Parameter[] =>
  childrenOf(fn.childForFieldName('parameters'))
    .filter(({ type }) => !type.endsWith('_separator'))
    .map((node) => ({
      node,
      name: (node.childForFieldName('name') ?? node.firstNamedChild ?? node).text.replace(
        /^\*+/,
        '',
      ),
      type: node.childForFieldName('type') ?? undefined,
      value: node.childForFieldName('value') ?? undefined,
    }));

/** The nearest node above of one of these types. */
export function above(node: Node, ...types: readonly string[]): Node | undefined {
  for (let each = node.parent; each !== null; each = each.parent)
    if (types.includes(each.type)) return each;
  return undefined;
}

/** The function that runs a node: a lambda runs later, and elsewhere. */
export const functionOf = (node: Node): Node | undefined => {
  const found = above(node, 'function_definition', 'lambda');
  return found?.type === 'lambda' ? undefined : found;
};

/** All nodes of a type that a function runs itself: not those of functions and lambdas within it. */
export const within = (fn: Node, type: string): readonly Node[] =>
  fn
    .descendantsOfType(type)
    .filter(isNode)
    .filter((each) => above(each, 'function_definition', 'lambda')?.id === fn.id);

/** What is called: `redis.from_url` in `redis.from_url(url)`. */
export const calleeOf = (call: Node): string =>
  call.childForFieldName('function')?.text.replace(/\s+/g, '') ?? '';

export const argumentsOf = (call: Node): readonly Node[] =>
  childrenOf(call.childForFieldName('arguments'));

/** The value of a keyword argument. */
export const keywordOf = (call: Node, name: string): Node | undefined =>
  argumentsOf(call)
    .find((each) => each.type === 'keyword_argument' && nameOf(each) === name)
    ?.childForFieldName('value') ?? undefined;

/** What a text says, without its quotes; the holes of an f-string are left out. */
export const textOf = (string: Node): string =>
  string
    .descendantsOfType('string_content')
    .map((each) => each?.text ?? '')
    .join('');

export const isFilled = (string: Node): boolean =>
  string.descendantsOfType('interpolation').length > 0;
