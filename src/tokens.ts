import { shipped } from './shipped.ts';

/**
 * How many o200k_base tokens a text costs.
 *
 * The tokenizer takes about 0.2 s to load, more than all else that a run does. It works on pieces:
 * a text is first cut by a pattern, and no token goes over a cut. So the build counts every line
 * and piece of what our personas become, and a text made of these is counted exactly by adding up. Only a piece that
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

/**
 * The cuts of o200k_base, for a kind of letters and digits.
 * https://github.com/openai/tiktoken/blob/main/tiktoken_ext/openai_public.py
 */
function cuts(
  { upper, lower, letter, digit }: Record<'upper' | 'lower' | 'letter' | 'digit', string>,
  flags: string,
): RegExp {
  const before = `[^\\r\\n${letter}${digit}]?`;
  const after = "(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?";
  const words = `${before}[${upper}]*[${lower}]+${after}|${before}[${upper}]+[${lower}]*${after}`;
  return new RegExp(
    `${words}|[${digit}]{1,3}| ?[^\\s${letter}${digit}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`,
    flags,
  );
}

/** The same cuts where all is ASCII: compiling the one for all of Unicode takes milliseconds. */
const asciiPieces = cuts({ upper: 'A-Z', lower: 'a-z', letter: 'A-Za-z', digit: '0-9' }, 'g');
const upper = '\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}';
const lower = '\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}';
const allPieces = cuts({ upper, lower, letter: '\\p{L}', digit: '\\p{N}' }, 'gu');

/** A text as the pieces on which the tokenizer works, each by itself. */
export const piecesOf = (text: string): readonly string[] =>
  text.match(/^[\x00-\x7f]*$/.test(text) ? asciiPieces : allPieces) ?? [];

function addUp(text: string): { count: number; unseen: number } {
  let count = 0;
  let unseen = 0;
  for (const line of linesOf(text)) {
    const known = shipped.lines.get(line);
    if (known !== undefined) {
      count += known;
      continue;
    }
    for (const piece of piecesOf(line)) {
      const cost = shipped.pieces.get(piece);
      if (cost !== undefined) count += cost;
      else if (piece.length === 1 && piece.charCodeAt(0) < 128) count += 1;
      else unseen += Buffer.byteLength(piece);
    }
  }
  return { count, unseen };
}

/**
 * A text, cut after the line ends where the pattern cuts too: no piece goes on after a line end,
 * unless with white space or a slash.
 */
export const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)(?![\s/])/);
