/** Who makes a model, which line of models it belongs to, and its number there. */
export interface ModelName {
  readonly maker: string;
  readonly line: string;
  readonly version?: string;
}

const makers: readonly (readonly [RegExp, string])[] = [
  [/\b(opus|sonnet|haiku|fable)\b/, 'claude'],
  [/\b(gpt-[\w.]+(?:-(?:codex|mini|nano|max))*|o[134](?:-mini|-pro)?)\b/, 'openai'],
  [/\bgemini\b.*?\b(pro|flash|ultra)\b/, 'google'],
  [/\b(grok)\b/, 'xai'],
];

/**
 * What a name of a model comes to, whichever tool it is written for: `sonnet`, `Claude Sonnet 4.5
 * (copilot)` and `claude-sonnet-4-5-20250929` are of one line. Nothing for a name that nobody here
 * knows, and for `inherit` and `auto`, which leave it to others.
 */
export function modelName(text: string): ModelName | undefined {
  if (text.length > 80) return undefined;
  const plain = text
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/-?20\d{6}\b/, '')
    .replace(/[\s_]+/g, '-');
  for (const [line, maker] of makers) {
    const found = line.exec(plain);
    if (found === null) continue;
    const number = maker === 'openai' ? undefined : /\d+(?:[.-]\d+)?(?![\w.])/.exec(plain)?.[0];
    return {
      maker,
      line: found[1]!,
      ...(number !== undefined && { version: number.replace('-', '.') }),
    };
  }
  return undefined;
}

/** Whether two names cannot be meant to be one model: of one maker, and of another line or number. */
export function differ(a: ModelName, b: ModelName): boolean {
  if (a.maker !== b.maker) return false;
  if (a.line !== b.line) return true;
  return a.version !== undefined && b.version !== undefined && a.version !== b.version;
}
