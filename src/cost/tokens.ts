import { want } from '../engine.ts';
import { shipped } from '../shipped.ts';

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
  const lines = addUp(linesOf(text), shipped.lines);
  const pieces = addUp(lines.unseen.flatMap(piecesOf), shipped.pieces);
  if (pieces.unseen.length === 0) return lines.count + pieces.count;
  want(loadTokenizer);
  return undefined;
}

/** Whether a text surely costs no more than that. The cheaper bound is tried first. */
export function fitsSurely(text: string, budget: number): boolean {
  if (exact !== undefined) return exact(text) <= budget;
  const lines = addUp(linesOf(text), shipped.lines);
  if (lines.count + bytes(lines.unseen) <= budget) return true;
  const pieces = addUp(lines.unseen.flatMap(piecesOf), shipped.pieces);
  return lines.count + pieces.count + bytes(pieces.unseen) <= budget;
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

const everywhere = {
  upper: '\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}',
  lower: '\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}',
  letter: '\\p{L}',
  digit: '\\p{N}',
};
const inAscii = { upper: 'A-Z', lower: 'a-z', letter: 'A-Za-z', digit: '0-9' };
const patterns: { ascii?: RegExp; all?: RegExp } = {};

/**
 * A text as the pieces on which the tokenizer works, each by itself. ASCII has a pattern of its own,
 * for compiling the one for all of Unicode takes milliseconds; each is made when first needed.
 */
export function piecesOf(text: string): readonly string[] {
  const isAscii = /^[\x00-\x7f]*$/.test(text);
  if (isAscii) patterns.ascii ??= cuts(inAscii, 'g');
  else patterns.all ??= cuts(everywhere, 'gu');
  return text.match((isAscii ? patterns.ascii : patterns.all)!) ?? [];
}

/** What is known of a text: the tokens of the parts that we have seen, and the other parts. */
function addUp(
  parts: readonly string[],
  seen: ReadonlyMap<string, number>,
): { count: number; unseen: readonly string[] } {
  let count = 0;
  const unseen: string[] = [];
  for (const part of parts) {
    const known = part.length === 1 && part.charCodeAt(0) < 128 ? 1 : seen.get(part);
    if (known === undefined) unseen.push(part);
    else count += known;
  }
  return { count, unseen };
}

const bytes = (parts: readonly string[]) =>
  parts.reduce((total, part) => total + Buffer.byteLength(part), 0);

/**
 * A text, cut after the line ends where the pattern cuts too: no piece goes on after a line end,
 * unless with white space or a slash.
 */
export const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)(?![\s/])/);
