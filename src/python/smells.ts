import { nameOf } from './nodes.ts';
import type { Node } from './parser.ts';

/** `except:` and nothing behind it. */
export const isBare = (node: Node): boolean =>
  node.namedChildren.every((each) => each?.type === 'block' || each?.type === 'comment');

/** A new exception inside of `except`, without `from`: ruff's B904. */
export function hidesCause(node: Node): boolean {
  if (node.childForFieldName('cause') !== null || !/^raise\s+\w[\w.]*\(/.test(node.text))
    return false;
  for (let each = node.parent; each !== null; each = each.parent) {
    if (each.type === 'except_clause') return true;
    if (each.type === 'function_definition') return false;
  }
  return false;
}

/** A test whose body is only words. */
export function isEmptyTest(node: Node): boolean {
  if (!nameOf(node).startsWith('test_')) return false;
  const body = node.childForFieldName('body')?.namedChildren ?? [];
  return body.every(
    (each) =>
      each?.type === 'comment' ||
      each?.type === 'pass_statement' ||
      (each?.type === 'expression_statement' && /^(\.\.\.|["']|[rf]["'])/.test(each.text)),
  );
}

/** Builtins that a reader misses when a parameter has their name; `id` and `type` are names of fields. */
export const shadowable: ReadonlySet<string> = new Set(
  'input list dict str filter map max min sum set tuple len open next print range all any iter bytes int float bool vars dir object'.split(
    ' ',
  ),
);
