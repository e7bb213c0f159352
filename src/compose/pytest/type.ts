/** An annotation, taken apart. https://docs.python.org/3/library/typing.html */
export type Type =
  | { readonly is: 'name'; readonly name: string; readonly of: readonly Type[] }
  | { readonly is: 'union'; readonly of: readonly Type[] }
  /** The first argument of `Callable`. */
  | { readonly is: 'list'; readonly of: readonly Type[] }
  /** What stands in `Literal[…]`, and all else that is no type. */
  | { readonly is: 'text'; readonly text: string };

export const named = (name: string, ...of: readonly Type[]): Type => ({ is: 'name', name, of });

/** Read an annotation. Where it stands in quotes, what stands in them. */
export function readType(given: string): Type {
  const text = given.trim().replace(/^\*/, '');
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted && !quoted[2]!.includes(quoted[1]!)) return readType(quoted[2]!);
  const union = split(text, '|');
  if (union.length > 1) return { is: 'union', of: union.map(readType) };
  if (text.startsWith('(') && text.endsWith(')')) return readType(text.slice(1, -1));
  if (text.startsWith('[') && text.endsWith(']'))
    return { is: 'list', of: split(text.slice(1, -1), ',').map(readType) };
  const [, name, inner] = /^([A-Za-z_][\w.]*)\s*(?:\[(.*)\])?$/s.exec(text) ?? [];
  if (name === undefined) return { is: 'text', text };
  const last = name.split('.').at(-1);
  if (inner === undefined) return named(name);
  const parts = split(inner, ',');
  if (last === 'Literal')
    return named(name, ...parts.map((each): Type => ({ is: 'text', text: each })));
  if (last === 'Annotated') return readType(parts[0] ?? '');
  const of = parts.map(readType);
  if (last === 'Optional') return { is: 'union', of: [...of, named('None')] };
  if (last === 'Union') return { is: 'union', of };
  return named(name, ...of);
}

/** The parts between separators that are in no brackets and no quotes. */
function split(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (const [at, character] of [...text].entries()) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}
