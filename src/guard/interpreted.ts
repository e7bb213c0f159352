import { sortWords } from './arguments.ts';
import type { Around } from './around.ts';
import { type Effect, hide, type Told, write } from './effect.ts';
import { interpreterOf, interpreters, isHarmless } from './inline.ts';
import { everythingNamed } from './named.ts';
import { each } from './writers.ts';

/** A language with its program: in a word, on standard input, as a module, or in a file. */
export function interpreted(told: Told, { run }: Around): readonly Effect[] {
  const { program, words, stdin, isPiped } = told;
  const language = interpreterOf(program)!;
  const { code, module } = interpreters.get(language)!;
  const any: Effect = { does: 'run', program, is: 'any' };
  const opaque = hide(`what the program given to \`${program}\` writes`);
  const judge = (text: string | undefined): readonly Effect[] =>
    text !== undefined && isHarmless(language, text) ? [] : [opaque];

  if (language === 'awk') {
    const { operands, values, flags } = sortWords(words, '-F -v -f -i');
    if (values.has('-i') || flags.has('-i'))
      return [
        any,
        ...each(operands.slice(1), program, (path) => write(path, program)),
        ...judge(operands[0]?.[0]),
      ];
    if (values.has('-f')) return [any, opaque];
    return [{ does: 'run', program, is: 'look' }, ...judge(operands[0]?.[0])];
  }
  const flags = new Set(code.split(' '));
  const at = words.findIndex(
    (word) =>
      word === undefined ||
      flags.has(word[0]!) ||
      word[0] === module ||
      !word[0]!.startsWith('-') ||
      word[0] === '-' ||
      joined(word[0]!, language),
  );
  const first = words[at]?.[0];
  if (at >= 0 && words[at] === undefined)
    return [any, hide(`what \`${program}\` runs is computed`)];
  if (first === undefined || first === '-') {
    if (stdin !== undefined) return [any, ...judge(stdin)];
    return isPiped || first === '-' ? [any, opaque] : [any];
  }
  if (first === module) {
    const called = words[at + 1];
    if (called?.length === 1 && /^(timeit|code|pdb|trace|runpy|IPython)$/.test(called[0]!))
      return [any, opaque];
    return called?.length === 1
      ? run({ ...told, program: called[0]!, words: words.slice(at + 2) })
      : [any, opaque];
  }
  if (flags.has(first) || joined(first, language)) {
    const text = flags.has(first) ? words[at + 1] : [first.slice(2)];
    const inPlace = language === 'perl' && words.some((word) => /^-[a-z]*i/.test(word?.[0] ?? ''));
    const files = inPlace
      ? each(words.slice(at + 2), `${program} -i`, (path) => write(path, `${program} -i`))
      : [];
    return [any, ...(text?.flatMap(judge) ?? [opaque]), ...files];
  }
  return [any, ...everythingNamed(told)];
}

/** `python -c'…'` in one word. */
const joined = (text: string, language: string) =>
  /^-[ce]./.test(text) && language !== 'deno' && !text.startsWith('--');
