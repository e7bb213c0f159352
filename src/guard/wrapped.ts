import type { Meaning, Told } from './effect.ts';
import { runners, wrappers } from './lookers.ts';

/** The command inside `sudo`, `env X=1`, `timeout 5`, `uv run` and their like. */
export function unwrapped(told: Told): Told | 'computed' | undefined {
  const { program, words } = told;
  const between = runners.get(program);
  if (between !== undefined) {
    if (elsewhere.has(program) && words.some((word) => isOfPackages.test(word?.[0] ?? '')))
      return words.some((word) => ['exec', 'x', 'dlx', 'run'].includes(word?.[0] ?? ''))
        ? 'computed'
        : undefined;
    if (!between.includes(words[0]?.[0] ?? '')) return undefined;
    return begun(told, words.slice(1), '--with --python --project -p --package');
  }
  if (program === 'npx' && /^(-w|-ws|--workspaces?)(=|$)/.test(words[0]?.[0] ?? ''))
    return 'computed';
  const valued = wrappers.get(program);
  if (valued === undefined) return undefined;
  if ((program === 'command' && /^-[vV]$/.test(words[0]?.[0] ?? '')) || words.length === 0)
    return undefined;
  const skips = program === 'timeout' ? 1 : 0;
  return begun(told, words, valued, skips);
}

/** Flags that put the command into one word, or have it run in another folder. */
const splits: ReadonlyMap<string, RegExp> = new Map([
  ['env', /^(-[a-z]*[SC]|--split-string|--chdir)/],
  ['sudo', /^(-[a-zA-Z]*D|--chdir|-[a-zA-Z]*[si]$|--shell|--login)/],
  ['npx', /^(-c|--call)/],
  ['npm', /^(-c|--call)/],
  ['uv', /^--directory(=|$)/],
  ['poetry', /^(-C|--directory|-P|--project)(=|$)/],
  ['time', /^(-[apvq]*o|--output)/],
]);

/** Told so, these run what they are given in the folders of packages, whose names are no paths. */
const elsewhere = new Set(['npm', 'npx', 'pnpm', 'yarn']);
const isOfPackages = /^(-r|--recursive|-F|--filter|-w|-ws|--workspaces?|workspaces?)(=|$)/;

/** Variables whose value is a program that others start, or is read by each that starts. */
export const startsPrograms =
  /^(BASH_ENV|ENV|LD_PRELOAD|PROMPT_COMMAND|(GIT_|SVN_|HG)?(EDITOR|PAGER)|VISUAL|MANPAGER|LESSOPEN|BROWSER|GIT_(SEQUENCE_EDITOR|EXTERNAL_DIFF|SSH|SSH_COMMAND|ASKPASS|PROXY_COMMAND)|PERL5OPT|RUBYOPT|PYTHONSTARTUP)$/;

/** A command of the shell itself, which `command` and `builtin` leave in this shell. */
export function withoutPrefix(told: Told): Told {
  if (told.program !== 'command' && told.program !== 'builtin') return told;
  const inner = unwrapped(told);
  return typeof inner === 'object' ? withoutPrefix(inner) : told;
}

/** The first word that is no flag, no `NAME=value` and none of those to skip begins the command. */
export function begun(
  told: Told,
  words: readonly Meaning[],
  valued: string,
  skips = 0,
): Told | 'computed' | undefined {
  const takes = new Set(valued.split(' ').filter(Boolean));
  let left = skips;
  for (let nth = 0; nth < words.length; nth++) {
    const word = words[nth];
    if (word === undefined) return 'computed';
    const [text = ''] = word;
    if (text === '--') continue;
    if (text.startsWith('-')) {
      // `env -S 'rm x'`, `npx -c 'rm x'`: the command is in a word.
      if (splits.get(told.program)?.test(text)) return 'computed';
      if (takes.has(text)) nth++;
      continue;
    }
    if (/^\w+=/.test(text) && told.program === 'env') {
      const [, name, value] = /^(\w+)=(.*)$/s.exec(text)!;
      if (startsPrograms.test(name!) && !/^(|true|:|cat)$/.test(value!)) return 'computed';
      continue;
    }
    if (left-- > 0) continue;
    // A line in one word, as `yarn exec` takes it.
    if (/\s/.test(text)) return 'computed';
    return word.length === 1 ? { ...told, program: text, words: words.slice(nth + 1) } : 'computed';
  }
  return undefined;
}
