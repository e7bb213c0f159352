/**
 * Where each sign of a JSON string stands in the text that it is written in: one offset for each UTF-16 unit of
 * the string, and one for its end. https://www.rfc-editor.org/rfc/rfc8259#section-7
 *
 * @param at - of the quote that opens it
 */
export function offsetsInString(text: string, at: number): readonly number[] {
  const offsets: number[] = [];
  let next = at + 1;
  while (next < text.length && text[next] !== '"') {
    offsets.push(next);
    next += text[next] !== '\\' ? 1 : text[next + 1] === 'u' ? 6 : 2;
  }
  return [...offsets, next];
}

/** A text as a part of a JSON string. */
export const inString = (text: string): string => JSON.stringify(text).slice(1, -1);
