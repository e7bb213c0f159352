import { want } from '../engine.ts';
import { countTokens, loadTokenizer } from './tokens.ts';

/** How the tokens of a model are counted. */
export interface Encoding {
  readonly name: 'o200k_base' | 'cl100k_base';
  /** Whose own is not public: what is counted is then another's. */
  readonly standsInFor?: string;
}

/**
 * The encoding of a model by its name, as in `GPT-5.2 (copilot)`.
 * https://github.com/openai/tiktoken/blob/main/tiktoken/model.py; of others no tokenizer is public.
 */
export function encodingOf(model: unknown): Encoding {
  const name = (Array.isArray(model) ? model[0] : model) as unknown;
  if (typeof name !== 'string') return { name: 'o200k_base' };
  if (/\b(gpt-?4o|gpt-?4\.[15]|gpt-?5|gpt-oss|chatgpt|codex|o[134])\b|\bgpt-?5/i.test(name))
    return { name: 'o200k_base' };
  if (/\bgpt-?(4|3\.5)\b/i.test(name)) return { name: 'cl100k_base' };
  const family =
    /claude|sonnet|opus|haiku|fable|gemini|grok|mistral|llama|qwen|kimi|deepseek/i.exec(name)?.[0];
  return { name: 'o200k_base', ...(family !== undefined && { standsInFor: name }) };
}

let inCl100k: ((text: string) => number) | undefined;

async function loadCl100k(): Promise<void> {
  if (inCl100k !== undefined) return;
  const { countTokens: count } = await import('gpt-tokenizer/encoding/cl100k_base');
  inCl100k = (text) => count(text, { disallowedSpecial: new Set() });
}

/** Load whatever an encoding needs: from here on `countIn` knows every text. */
export const loadEncoding = ({ name }: Encoding): Promise<void> =>
  name === 'o200k_base' ? loadTokenizer() : loadCl100k();

/** How many tokens a text costs; nothing, and word left, where the tokenizer is not loaded. */
export function countIn(text: string, { name }: Encoding): number | undefined {
  if (name === 'o200k_base') return countTokens(text);
  if (inCl100k === undefined) want(loadCl100k);
  return inCl100k?.(text);
}
