import type { Call, Place, Signature } from './example.ts';
import type { Node } from './parser.ts';

/**
 * What the nodes of tree-sitter-python mean to our checks.
 * https://github.com/tree-sitter/tree-sitter-python/blob/master/grammar.js
 */
export type Role = 'use' | 'binding' | 'parameter' | 'import' | 'other';

/**
 * A node on the way down from the root. Its type and what it stands in are kept, for each of them
 * would be a call into WebAssembly.
 */
export interface Branch {
  readonly node: Node;
  readonly type: string;
  readonly up: Branch | undefined;
}

/** Every named node of a tree, in no order that counts. */
export function* branches(root: Node): Generator<Branch> {
  const todo: Branch[] = [{ node: root, type: root.type, up: undefined }];
  for (let branch = todo.pop(); branch !== undefined; branch = todo.pop()) {
    yield branch;
    // A name or a number has nothing in it, and most nodes are such.
    if (branch.type === 'identifier' || branch.type === 'integer') continue;
    for (const node of branch.node.namedChildren)
      if (node !== null) todo.push({ node, type: node.type, up: branch });
  }
}

const lists = new Set(['pattern_list', 'tuple_pattern', 'list_pattern', 'list_splat_pattern']);

/** What an identifier does where it stands. */
export function roleOf(branch: Branch): Role {
  let child = branch;
  let parent = branch.up;
  while (parent !== undefined && lists.has(parent.type) && !isParameters(parent.up)) {
    child = parent;
    parent = parent.up;
  }
  if (parent === undefined) return 'use';
  const within = parent.node;
  const is = (field: string) => within.childForFieldName(field)?.id === child.node.id;
  switch (parent.type) {
    case 'attribute':
      return is('attribute') ? 'other' : 'use';
    case 'keyword_argument':
      return is('name') ? 'other' : 'use';
    case 'dotted_name':
      return imported(parent, child);
    case 'aliased_import':
      return is('alias') ? 'import' : 'other';
    case 'function_definition':
    case 'class_definition':
    case 'named_expression':
      return is('name') ? 'binding' : 'use';
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      return is('left') ? 'binding' : 'use';
    case 'type':
    case 'type_parameter':
      return inTarget(parent) ? 'binding' : 'use';
    case 'as_pattern_target':
    case 'global_statement':
    case 'nonlocal_statement':
    case 'case_pattern':
      return 'binding';
    case 'except_clause':
      return is('alias') ? 'binding' : 'use';
    case 'parameters':
    case 'lambda_parameters':
      return 'parameter';
    case 'default_parameter':
    case 'typed_default_parameter':
      return is('name') ? 'parameter' : 'use';
    case 'typed_parameter':
      return within.firstNamedChild?.id === child.node.id ? 'parameter' : 'use';
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
      return 'parameter';
    default:
      return inPattern(branch) || inTarget(parent) ? 'binding' : 'use';
  }
}

/** `with f() as (a, b)`, `def first[T]` and `type Pair[T] = …`: what stands further in is bound too. */
function inTarget(parent: Branch): boolean {
  let child = parent;
  let each: Branch | undefined = parent;
  while (each !== undefined && /^(tuple|list|type|generic_type|type_parameter)$/.test(each.type)) {
    child = each;
    each = each.up;
  }
  if (each?.type === 'as_pattern_target') return true;
  if (each?.type === 'type_alias_statement')
    return each.node.childForFieldName('left')?.id === child.node.id;
  return child.type === 'type_parameter' && /^(function|class)_definition$/.test(each?.type ?? '');
}

const isParameters = (branch: Branch | undefined) =>
  branch !== undefined && /parameter/.test(branch.type);

/** `import a.b` binds `a`, `from a import b` binds `b`, and with `as` only the alias is bound. */
function imported(name: Branch, child: Branch): Role {
  const owner = name.up;
  if (owner?.type === 'aliased_import') return 'other';
  if (owner?.type === 'import_statement')
    return name.node.firstNamedChild?.id === child.node.id ? 'import' : 'other';
  if (owner?.type === 'import_from_statement' || owner?.type === 'future_import_statement')
    return owner.node.childForFieldName('module_name')?.id === name.node.id ? 'other' : 'import';
  if (owner !== undefined && inPattern(name)) return 'binding';
  return owner?.type === 'relative_import' ? 'other' : 'use';
}

/**
 * What the nearest branch says that has an answer, from one upwards. Each is asked once: an expression
 * may be nested as deep as the text is long, and everything in it would go all the way up.
 */
function nearestAbove(
  from: Branch | undefined,
  known: WeakMap<Branch, boolean>,
  answer: (branch: Branch) => boolean | undefined,
): boolean {
  const passed: Branch[] = [];
  let found = false;
  for (let each = from; each !== undefined; each = each.up) {
    const said = known.get(each) ?? answer(each);
    passed.push(each);
    if (said === undefined) continue;
    found = said;
    break;
  }
  for (const each of passed) known.set(each, found);
  return found;
}

const patterns = new WeakMap<Branch, boolean>();

/** In `case Point(x=a):` all names may be captures; which of them are classes does not matter here. */
const inPattern = ({ up }: Branch): boolean =>
  nearestAbove(up, patterns, ({ type }) => {
    if (type === 'case_pattern') return true;
    return type === 'block' || type === 'module' || type.endsWith('_statement') ? false : undefined;
  });

/** Where a text that does not parse stops being Python. */
export function firstFault(root: Node): Node {
  let at = root;
  for (;;) {
    const wrong = at.children.find(
      (child) => child !== null && (child.isError || child.isMissing || child.hasError),
    );
    if (wrong === undefined || wrong === null) return at;
    if (wrong.isError || wrong.isMissing) return wrong;
    at = wrong;
  }
}

export const nameOf = (node: Node): string => node.childForFieldName('name')?.text ?? '';

/** Of a function at the margin. A decorator may change what a function takes. */
export function signatureOf(node: Node, at: (node: Node) => Place): Signature | undefined {
  if (node.parent?.type !== 'module') return undefined;
  const given = (node.childForFieldName('parameters')?.namedChildren ?? []).filter(
    (each): each is Node => each !== null && each.type !== 'comment',
  );
  const isOpen = given.some(
    ({ type, text }) =>
      /splat|separator/.test(type) || (type === 'typed_parameter' && text.startsWith('*')),
  );
  const plain = given.filter(({ type }) => /identifier|parameter$/.test(type));
  return {
    name: nameOf(node),
    ...at(node),
    parameters: plain.map((each) => nameOf(each) || (each.firstNamedChild ?? each).text),
    required: plain.filter(({ type }) => !/default/.test(type)).length,
    isOpen,
  };
}

/** Whose name is longer than this is an expression: `f()()()` is one in one in one. */
const longest = 200;

const calledBy = (called: Node | null) =>
  called === null || called.endIndex - called.startIndex > longest
    ? ''
    : called.text.replace(/\s+/g, '');

export function callOf(branch: Branch, at: (node: Node) => Place): Call {
  const { node } = branch;
  const args = (node.childForFieldName('arguments')?.namedChildren ?? []).flatMap((each) =>
    each === null ? [] : [{ node: each, type: each.type }],
  );
  const given = args.filter(({ type }) => type !== 'comment');
  return {
    name: calledBy(node.childForFieldName('function')),
    ...at(node),
    many: given.filter(({ type }) => type !== 'keyword_argument').length,
    named: given
      .filter(({ type }) => type === 'keyword_argument')
      .map((argument) => nameOf(argument.node)),
    isOpen: given.some(({ type }) => /splat|generator/.test(type)),
    isAwaited: branch.up?.type === 'await',
    isInAsync: isInAsync(branch),
  };
}

const asyncs = new WeakMap<Branch, boolean>();

const isInAsync = ({ up }: Branch): boolean =>
  nearestAbove(up, asyncs, ({ type, node }) => {
    if (type === 'lambda') return false;
    return type === 'function_definition' ? node.firstChild?.type === 'async' : undefined;
  });
