import type { Around } from './around.ts';
import { type Effect, hide, type Told } from './effect.ts';
import { isAbsolute } from './places.ts';

/** Options by which a word leads elsewhere: https://www.gnu.org/software/bash/manual/html_node/The-Shopt-Builtin.html */
export const sendsElsewhere = /^(cdable_?vars|auto_?cd|nocase_?glob|dot_?glob|glob_?dots)$/i;

/** A shell inside the shell: what it is given is read like the line itself. */
export function shellCalled(
  { program, words, stdin, isPiped }: Told,
  around: Around,
): readonly Effect[] {
  const { shell } = around;
  if (words.some((word) => word?.some((text) => sendsElsewhere.test(text))))
    return [hide(`\`${program}\` is given an option that changes what a word stands for`)];
  const at = words.findIndex(
    (word) =>
      word === undefined ||
      /^-[a-zA-Z]*c[a-zA-Z]*$/.test(word[0] ?? '') ||
      !/^[-+]/.test(word[0] ?? ''),
  );
  const first = words[at]?.[0];
  if (at >= 0 && words[at] === undefined) return [hide(`what \`${program}\` runs is computed`)];
  if (first?.startsWith('-')) {
    const code = words.slice(at + 1).find((word) => !/^[-+]./.test(word?.[0] ?? ''));
    return code === undefined
      ? [hide(`what \`${program} -c\` runs is computed`)]
      : code.flatMap(shell);
  }
  if (first !== undefined) return words[at]!.flatMap((path) => scripted(path, around, program));
  if (stdin !== undefined) return shell(stdin);
  const onlyTells = words.length > 0 && words.every((word) => /^--(version|help)$/.test(word![0]!));
  return isPiped || !onlyTells
    ? [hide(`\`${program}\` takes its commands from standard input`)]
    : [];
}

/**
 * A script of the shell can be read, so it is: of the project, for those of the system are no work
 * of an agent's. What comes out of a command nobody can read.
 */
export const scripted = (
  path: string,
  { read, isNew, shell }: Around,
  by: string,
): readonly Effect[] => {
  if (path.startsWith('/dev/')) return [hide(`\`${by}\` takes its commands from another one`)];
  if (isNew(path)) return [hide(`\`${by}\` runs what the line itself has written`)];
  const text = isAbsolute(path) ? undefined : read(path);
  return text === undefined ? [{ does: 'name', path, by }] : shell(text);
};

/** `eval`, `trap` and `alias`. */
export function evaluated({ program, words }: Told, { shell }: Around): readonly Effect[] {
  if (words.some((word) => word === undefined || word.length !== 1))
    return [hide(`what \`${program}\` runs is computed`)];
  const texts = words.map((word) => word![0]!);
  if (program === 'eval') return shell(texts.join(' '));
  if (program === 'trap') return /^(-|$)/.test(texts[0] ?? '') ? [] : shell(texts[0]!);
  return texts.flatMap((text) =>
    text.includes('=') ? shell(text.slice(text.indexOf('=') + 1)) : [],
  );
}
