import { sortWords } from './arguments.ts';
import type { Around } from './around.ts';
import { type Effect, hide, type Meaning, type Told, write } from './effect.ts';
import { type Inline, interpreterOf, interpreters, isHarmless } from './inline.ts';
import { isOurselves, ourselves } from './ourselves.ts';
import { everythingNamed } from './named.ts';
import { each } from './writers.ts';

/** A language with its program: in a word, on standard input, as a module, or in a file. */
export function interpreted(told: Told, { run, isNew }: Around): readonly Effect[] {
  const { program, words, stdin, isPiped } = told;
  const language = interpreterOf(program)!;
  const any: Effect = { does: 'run', program, is: 'any' };
  const opaque = hide(`nobody can say what the program given to \`${program}\` writes`);
  const judge = (text: string | undefined): readonly Effect[] =>
    text !== undefined && isHarmless(language, text) ? [] : [opaque];
  if (language === 'awk') return awk(told, judge);

  const found = givenAs(words, interpreters.get(language)!);
  switch (found.as) {
    case 'computed':
      return [any, hide(`what \`${program}\` runs is computed`)];
    case 'code': {
      const { code, rest } = found;
      const inPlace = words.some((word) => /^-[a-z]*i/.test(word?.[0] ?? ''));
      const files =
        inPlace && (language === 'perl' || language === 'ruby')
          ? each(rest, `${program} -i`, (path) => write(path, `${program} -i`))
          : [];
      return [any, ...(code?.flatMap(judge) ?? [opaque]), ...files];
    }
    case 'module': {
      const { name, rest } = found;
      if (name?.length !== 1 || takesCode.test(name[0]!)) return [any, opaque];
      return run({ ...told, program: name[0]!, words: rest });
    }
    case 'file':
      if (isOurselves(found.path)) return [any, ...ourselves({ words: found.rest })];
      if (words.some((word) => word?.some(isNew)))
        return [any, hide(`\`${program}\` runs what the line itself has written`)];
      return [any, ...everythingNamed(told)];
    case 'nothing':
      if (stdin !== undefined) return [any, ...judge(stdin)];
      return isPiped || words.some((word) => word?.[0] === '-') ? [any, opaque] : [any];
  }
}

/** Modules of Python that run what they are given. */
const takesCode = /^(timeit|code|codeop|pdb|trace|runpy|cProfile|profile|IPython)$/;

type Given =
  | { readonly as: 'computed' | 'nothing' }
  | { readonly as: 'file'; readonly path: string; readonly rest: readonly Meaning[] }
  | { readonly as: 'code'; readonly code: Meaning; readonly rest: readonly Meaning[] }
  | { readonly as: 'module'; readonly name: Meaning; readonly rest: readonly Meaning[] };

/** The first flag that gives a program, or the first word that is no flag. */
function givenAs(words: readonly Meaning[], { code, module, valued }: Inline): Given {
  for (let nth = 0; nth < words.length; nth++) {
    const text = words[nth]?.[0];
    if (text === undefined) return { as: 'computed' };
    const ofCode = code.exec(text);
    const ofModule = module?.exec(text);
    const [, inWord] = ofCode ?? ofModule ?? [];
    const next = inWord ? nth : nth + 1;
    const given: Meaning = inWord ? [inWord] : words[next];
    const rest = words.slice(next + 1);
    if (ofCode !== null) return { as: 'code', code: given, rest };
    if (ofModule) return { as: 'module', name: given, rest };
    if (valued?.test(text)) nth++;
    else if (text !== '-' && !text.startsWith('-'))
      return { as: 'file', path: text, rest: words.slice(nth + 1) };
  }
  return { as: 'nothing' };
}

function awk(
  { program, words }: Told,
  judge: (text: string | undefined) => readonly Effect[],
): readonly Effect[] {
  const { operands, values } = sortWords(words, '-F -v -f -i');
  const run = { does: 'run', program, is: values.has('-i') ? 'any' : 'look' } as const;
  if (values.has('-f')) return [run, ...judge(undefined)];
  const changed = values.has('-i')
    ? each(operands.slice(1), program, (path) => write(path, program))
    : [];
  return [run, ...changed, ...judge(operands[0]?.[0])];
}
