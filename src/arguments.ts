import { parseArgs } from 'node:util';
import type { Flag } from './command.ts';
import { flagUnknown, flagWrong } from './problems.ts';

export interface Parsed {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/**
 * Take a command line apart, by the flags that a command knows.
 *
 * @throws FlagUnknown - with the nearest name
 * @throws FlagWrong - a value is missing, or given to a flag that takes none
 */
export function parseArguments(
  argv: readonly string[],
  flags: readonly Flag[],
  command: string,
): Parsed {
  const options = Object.fromEntries(
    flags.map(({ name, type, short, multiple }) => [
      name,
      { type, multiple: multiple ?? false, ...(short && { short }) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: withEmptyValues(argv, flags),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = flags.find(({ name }) => name === token.name);
    if (flag === undefined)
      throw flagUnknown(
        token.rawName,
        command,
        flags.map(({ name }) => `--${name}`),
      );
    if (
      flag.type === 'string' &&
      !flag.optional &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
    ) {
      throw flagWrong(
        `${token.rawName} has no value.`,
        `Write \`${token.rawName} …\`: ${flag.says}.`,
      );
    }
    if (flag.type === 'boolean' && token.value !== undefined)
      throw flagWrong(
        `${token.rawName} takes no value, and was given "${token.value}".`,
        `Write \`${token.rawName}\` alone, or leave it out.`,
      );
  }
  return { words: positionals, flags: values as Parsed['flags'] };
}

/** A value that may be left out, and was, is written as an empty one, or the next flag would be it. */
const withEmptyValues = (argv: readonly string[], flags: readonly Flag[]): string[] =>
  argv.map((word, index) => {
    const isBare = flags.some(({ name, optional }) => optional && word === `--${name}`);
    return isBare && /^(-|$)/.test(argv[index + 1] ?? '') ? `${word}=` : word;
  });

/** The first word of a command line that is no flag and no value of `--dir`. */
export function firstWord(argv: readonly string[]): {
  word: string | undefined;
  rest: readonly string[];
} {
  const at = argv.findIndex((each, index) => !each.startsWith('-') && argv[index - 1] !== '--dir');
  return at < 0
    ? { word: undefined, rest: argv }
    : { word: argv[at], rest: [...argv.slice(0, at), ...argv.slice(at + 1)] };
}

/** The folder of the project, of a command line that is not taken apart yet. */
export function dirOf(argv: readonly string[]): string {
  const at = argv.findIndex((each) => each === '--dir' || each.startsWith('--dir='));
  if (at < 0) return '.';
  return (argv[at]?.includes('=') ? argv[at].slice('--dir='.length) : argv[at + 1]) ?? '.';
}
