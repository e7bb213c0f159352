import { generators } from '../generators/index.ts';
import { flagsOf } from '../src/answers.ts';
import { commonFlags, type Flag } from '../src/command.ts';
import { commands } from '../src/commands/index.ts';

/** src/command-words.json: which flags each of our commands and generators takes. The build writes it. */
export function commandWords(): string {
  const own = [
    ...commands.map(({ name, flags }) => ({ name, flags, plop: false })),
    // Plop shows first nothing of what it would change, so it offers no generator that must.
    ...generators.map((each) => ({
      name: each.name,
      flags: flagsOf(each),
      plop: !each.showsFirst,
    })),
  ];
  const table = Object.fromEntries(
    own.map(({ name, flags, plop }) => {
      const all = [...flags, ...commonFlags];
      return [name, { flags: all.flatMap(spellings).join(' '), takes: listsOf(all), plop }];
    }),
  );
  return `${JSON.stringify(table, undefined, 2)}\n`;
}

const spellings = ({ name, short }: Flag) => [`--${name}`, ...(short ? [`-${short}`] : [])];

const listsOf = (flags: readonly Flag[]) =>
  Object.fromEntries(
    flags.flatMap(({ name, takes }) =>
      takes === undefined ? [] : [[`--${name}`, takes.join(' ')]],
    ),
  );
