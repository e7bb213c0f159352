import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { notMerged } from '../problems.ts';

/**
 * A JSON text with a member more in one of its maps; the same text where it has that member,
 * whatever it says. Not a sign of what stands there changes: comments, order and layout are kept.
 *
 * @param place - the key of the map at the top, and the name of the member
 * @throws NotMerged - it is no JSON, not even with comments, or something else stands at the key
 */
export function withMember(
  path: string,
  text: string,
  [key, name]: readonly [key: string, name: string],
  value: object,
): string {
  const { started, home } = opened(path, text, key, '{}');
  const isThere = findNodeAtLocation(home, [name]) !== undefined;
  return isThere ? text : grown(started, home, 2, `${JSON.stringify(name)}: `, value);
}

/** The same for a list, whose elements are told apart by one of their keys. */
export function withElement<T extends object>(
  path: string,
  text: string,
  [key, value]: readonly [key: string, value: T],
  by: keyof T & string,
): string {
  const { started, home } = opened(path, text, key, '[]');
  const known = (home.children ?? []).map((each) => findNodeAtLocation(each, [by])?.value);
  return known.includes(value[by]) ? text : grown(started, home, 2, '', value);
}

/** The text with the key in it, and where its map or list stands. */
function opened(path: string, text: string, key: string, empty: '{}' | '[]') {
  const root = read(path, text.trim() === '' ? `${text}{}\n` : spread(text));
  const found = findNodeAtLocation(root.node, [key]);
  const started =
    found === undefined
      ? grown(root.text, root.node, 1, `${JSON.stringify(key)}: `, JSON.parse(empty) as object)
      : root.text;
  const home = findNodeAtLocation(read(path, started).node, [key]);
  if (home?.type !== (empty === '{}' ? 'object' : 'array'))
    throw notMerged(path, `\`${key}\` is no ${empty === '{}' ? 'map' : 'list'}`, 'Mend it.');
  return { started, home };
}

/** A text without a line end has no layout that could be kept. One with comments is left as it is. */
function spread(text: string): string {
  if (/\n/.test(text.trim())) return text;
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return text;
  }
}

function read(path: string, text: string): { text: string; node: Node } {
  const errors: ParseError[] = [];
  const node = parseTree(text, errors, { allowTrailingComma: true });
  if (node?.type !== 'object' || errors.length > 0)
    throw notMerged(path, 'it is not JSON', 'Mend it.');
  return { text, node };
}

/** One child more at the end, in the manner of the file: its line ends and its indentation. */
function grown(text: string, home: Node, depth: number, name: string, value: object): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const indent = (deep: number) => unit.repeat(deep);
  const printed = JSON.stringify(value, undefined, unit).replaceAll('\n', `${eol}${indent(depth)}`);
  const end = home.offset + home.length - 1;
  const last = home.children?.at(-1);
  const after = last === undefined ? home.offset + 1 : last.offset + last.length;
  const between = text.slice(after, end);
  // What is between are comments and, perhaps, a comma that is there already.
  const bare = between.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const comma = last === undefined || bare.includes(',') ? '' : ',';
  const kept = between.replace(/[^\S\n]*\r?\n?[^\S\n]*$/, '');
  return `${text.slice(0, after)}${comma}${kept}${eol}${indent(depth)}${name}${printed}${eol}${indent(depth - 1)}${text.slice(end)}`;
}

/** Where each key of the map at the top stands, from 0; none where the text is no map. */
export function topKeys(text: string): ReadonlyMap<string, { at: number; valueAt: number }> {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const members = root?.type === 'object' ? (root.children ?? []) : [];
  return new Map(
    members.flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined
        ? []
        : [[String(key.value), { at: key.offset, valueAt: value.offset }]],
    ),
  );
}
