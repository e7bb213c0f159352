import type { Call, Place, Signature } from './example.ts';
import type { Node } from './parser.ts';

/**
 * What the nodes of tree-sitter-python mean to our checks.
 * https://github.com/tree-sitter/tree-sitter-python/blob/master/grammar.js
 */
export type Role = 'use' | 'binding' | 'parameter' | 'import' | 'other';

const lists = new Set(['pattern_list', 'tuple_pattern', 'list_pattern', 'list_splat_pattern']);

/** What an identifier does where it stands. */
export function roleOf(node: Node): Role {
  let child = node;
  let parent = node.parent;
  while (parent !== null && lists.has(parent.type) && !isParameters(parent.parent)) {
    child = parent;
    parent = parent.parent;
  }
  if (parent === null) return 'use';
  const is = (field: string) => parent.childForFieldName(field)?.id === child.id;
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
      return parent.firstNamedChild?.id === child.id ? 'parameter' : 'use';
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
      return 'parameter';
    default:
      return inPattern(node) || inTarget(parent) ? 'binding' : 'use';
  }
}

/** `with f() as (a, b)`, `def first[T]` and `type Pair[T] = …`: what stands further in is bound too. */
function inTarget(parent: Node | null): boolean {
  let child = parent;
  let each = parent;
  while (each !== null && /^(tuple|list|type|generic_type|type_parameter)$/.test(each.type)) {
    child = each;
    each = each.parent;
  }
  if (each?.type === 'as_pattern_target') return true;
  if (each?.type === 'type_alias_statement')
    return each.childForFieldName('left')?.id === child?.id;
  return child?.type === 'type_parameter' && /^(function|class)_definition$/.test(each?.type ?? '');
}

const isParameters = (node: Node | null) => node !== null && /parameter/.test(node.type);

/** `import a.b` binds `a`, `from a import b` binds `b`, and with `as` only the alias is bound. */
function imported(name: Node, child: Node): Role {
  const owner = name.parent;
  if (owner?.type === 'aliased_import') return 'other';
  if (owner?.type === 'import_statement')
    return name.firstNamedChild?.id === child.id ? 'import' : 'other';
  if (owner?.type === 'import_from_statement' || owner?.type === 'future_import_statement')
    return owner.childForFieldName('module_name')?.id === name.id ? 'other' : 'import';
  if (owner !== null && inPattern(name)) return 'binding';
  return owner?.type === 'relative_import' ? 'other' : 'use';
}

/** In `case Point(x=a):` all names may be captures; which of them are classes does not matter here. */
function inPattern(node: Node): boolean {
  for (let each = node.parent; each !== null; each = each.parent) {
    if (each.type === 'case_pattern') return true;
    if (/_statement$|^block$|^module$/.test(each.type)) return false;
  }
  return false;
}

/** Where a text that does not parse stops being Python. */
export function firstFault(root: Node): Node {
  for (const child of root.children) {
    if (child === null) continue;
    if (child.isError || child.isMissing) return child;
    if (child.hasError) return firstFault(child);
  }
  return root;
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

export function callOf(node: Node, at: (node: Node) => Place): Call {
  const args = (node.childForFieldName('arguments')?.namedChildren ?? []).filter(
    (each): each is Node => each !== null && each.type !== 'comment',
  );
  return {
    name: node.childForFieldName('function')?.text.replace(/\s+/g, '') ?? '',
    ...at(node),
    many: args.filter(({ type }) => type !== 'keyword_argument').length,
    named: args.filter(({ type }) => type === 'keyword_argument').map(nameOf),
    isOpen: args.some(({ type }) => /splat|generator/.test(type)),
    isAwaited: node.parent?.type === 'await',
    isInAsync: isInAsync(node),
  };
}

function isInAsync(node: Node): boolean {
  for (let each = node.parent; each !== null; each = each.parent) {
    if (each.type === 'lambda') return false;
    if (each.type === 'function_definition') return each.firstChild?.type === 'async';
  }
  return false;
}
