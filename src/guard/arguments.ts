import type { Meaning } from './effect.ts';

/** The words of a command, sorted: what is no flag, and what the flags that take a value were given. */
export interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly operands: readonly Meaning[];
  readonly values: ReadonlyMap<string, readonly Meaning[]>;
}

/**
 * @param valued - the flags that take the next word, such as `-t --target-directory`; a short one
 *   also takes what follows it in its own word
 */
export function sortWords(words: readonly Meaning[], valued = ''): Arguments {
  const takes = new Set(valued.split(' ').filter(Boolean));
  const flags = new Set<string>();
  const operands: Meaning[] = [];
  const values = new Map<string, Meaning[]>();
  const give = (flag: string, value: Meaning) =>
    values.set(flag, [...(values.get(flag) ?? []), value]);
  let ended = false;
  for (let nth = 0; nth < words.length; nth++) {
    const word = words[nth];
    const text = word?.length === 1 ? word[0]! : undefined;
    if (ended || text === undefined || !/^-./.test(text)) {
      operands.push(word);
      continue;
    }
    if (text === '--') {
      ended = true;
      continue;
    }
    const [, long, inline] = /^(--[^=]+)=(.*)$/s.exec(text) ?? [];
    if (long !== undefined) {
      flags.add(long);
      give(long, [inline!]);
    } else if (text.startsWith('--')) {
      flags.add(text);
      if (takes.has(text)) give(text, words[++nth]);
    } else nth = shorts(text, words, nth, takes, flags, give);
  }
  return { flags, operands, values };
}

/** `-rf` is `-r -f`; `-tDIR` is `-t DIR`. */
function shorts(
  text: string,
  words: readonly Meaning[],
  nth: number,
  takes: ReadonlySet<string>,
  flags: Set<string>,
  give: (flag: string, value: Meaning) => void,
): number {
  if (takes.has(text)) {
    flags.add(text);
    give(text, words[nth + 1]);
    return nth + 1;
  }
  flags.add(text);
  for (let at = 1; at < text.length; at++) {
    const flag = `-${text[at]}`;
    flags.add(flag);
    if (!takes.has(flag)) continue;
    if (at + 1 < text.length) {
      give(flag, [text.slice(at + 1)]);
      return nth;
    }
    give(flag, words[nth + 1]);
    return nth + 1;
  }
  return nth;
}
