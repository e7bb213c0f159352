import { shipped } from './shipped.ts';

/**
 * How many o200k_base tokens a text costs.
 *
 * The tokenizer takes about 0.2 s to load, more than all else that a run does. It works on pieces:
 * a text is first cut by a pattern, and no token goes over a cut. So the build counts every piece
 * of what ships, and a text made of such pieces is counted exactly by adding up. Only a piece that
 * nobody has seen leaves a bound (it costs at most its bytes), and only where the bound does not
 * settle a question is the tokenizer loaded. A bound is never shown as a count.
 */
let exact: ((text: string) => number) | undefined;

/** Load the tokenizer: from here on `countTokens` knows every text. */
export async function loadTokenizer(): Promise<void> {
  if (exact !== undefined) return;
  const { countTokens: count } = await import('gpt-tokenizer/encoding/o200k_base');
  exact = (text) => count(text, { disallowedSpecial: new Set() });
}

/** The count, or nothing where only the tokenizer could tell and it is not loaded. */
export function countTokens(text: string): number | undefined {
  if (exact !== undefined) return exact(text);
  const { count, unseen } = addUp(text);
  return unseen === 0 ? count : undefined;
}

/** Whether a text surely costs no more than that. */
export function fitsSurely(text: string, budget: number): boolean {
  if (exact !== undefined) return exact(text) <= budget;
  const { count, unseen } = addUp(text);
  return count + unseen <= budget;
}

/** The cuts of o200k_base. https://github.com/openai/tiktoken/blob/main/tiktoken_ext/openai_public.py */
export const pieces =
  /[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu;

function addUp(text: string): { count: number; unseen: number } {
  let count = 0;
  let unseen = 0;
  for (const piece of text.match(pieces) ?? []) {
    const known = shipped.pieces.get(piece);
    if (known !== undefined) count += known;
    else if (piece.length === 1 && piece.charCodeAt(0) < 128) count += 1;
    else unseen += Buffer.byteLength(piece);
  }
  return { count, unseen };
}
