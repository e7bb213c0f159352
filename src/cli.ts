import { basename, resolve } from 'node:path';
import { dirOf, firstWord, parseArguments } from './arguments.ts';
import { paint } from './color.ts';
import { type Command, commonFlags, type ExitCode, type Io } from './command.ts';
import { failureOf } from './failure.ts';
import type { Generator } from './generator.ts';
import { helpOf, overview } from './help.ts';
import { nearest } from './nearest.ts';
import { Problem, wordUnknown } from './problems.ts';
import { problemText } from './report.ts';
import { makeWith } from './make.ts';
import { shipped } from './shipped.ts';
import { diskTree } from './tree.ts';

/** What one can ask for. */
export interface Offer {
  readonly generators: readonly Generator[];
  readonly commands: readonly Command[];
}

/** Run one command line. Nothing below this function prints a problem or chooses its exit code. */
export async function run(argv: readonly string[], io: Io, offer: Offer): Promise<ExitCode> {
  const isJson = argv.includes('--json');
  const colors = paint(io.hasColor && !argv.includes('--no-color'));
  try {
    return await dispatch(argv, { ...io, hasColor: colors.isColorSupported }, offer);
  } catch (error) {
    if (!(error instanceof Problem)) {
      const failure = failureOf(error, argv);
      const { says, mend, report } = failure;
      if (isJson) io.print(JSON.stringify({ failure }, undefined, 2));
      else io.complain(`${colors.red('✖')} ${says}\n${mend}\n\n${report}`);
      return 2;
    }
    if (isJson)
      io.print(
        JSON.stringify(
          { problem: { name: error.name, says: error.message, mend: error.mend } },
          undefined,
          2,
        ),
      );
    else io.complain(`${colors.red('✖')} ${problemText(error)}`);
    return error.name === 'Interrupted' ? 130 : 2;
  }
}

async function dispatch(argv: readonly string[], io: Io, offer: Offer): Promise<ExitCode> {
  const { commands, generators } = offer;
  const { word, rest } = firstWord(argv);
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  if (word === 'help' || (word === undefined && wantsHelp)) {
    const about = word === 'help' ? firstWord(rest).word : undefined;
    io.print(
      about === undefined ? overview(commands, generators) : helpFor(about, argv, io, offer),
    );
    return 0;
  }
  if (argv.includes('--demo')) return (await import('./try-out.ts')).tryOut(argv, io, generators);

  const command = commands.find(({ name }) => name === word);
  const generator = generators.find(({ name }) => name === word);
  if (wantsHelp) {
    io.print(helpFor(word!, argv, io, offer));
    return 0;
  }
  if (command !== undefined) {
    const { words, flags } = parseArguments(rest, [...command.flags, ...commonFlags], command.name);
    return command.run({ words, flags, generators, commands }, io);
  }
  if (generator !== undefined) return makeWith(generator, rest, io);
  const persona = generators.find(({ name }) => name === 'persona')!;
  if (word !== undefined) refuseMisspelt(word, argv, io, offer);
  return makeWith(persona, argv, io);
}

/** Whatever is no command and no generator is a persona, unless it is a slip. */
function helpFor(name: string, argv: readonly string[], io: Io, offer: Offer): string {
  const { commands, generators } = offer;
  const found = [...commands, ...generators].find((each) => each.name === name);
  if (found === undefined) refuseMisspelt(name, argv, io, offer);
  return helpOf(found ?? generators.find((each) => each.name === 'persona')!);
}

/** A word that is nearly one of ours is a slip, not a new persona, unless it is said what to start from. */
function refuseMisspelt(
  word: string,
  argv: readonly string[],
  { cwd }: Io,
  { commands, generators }: Offer,
): void {
  const names = [...commands, ...generators].map(({ name }) => name);
  const ours = shipped.personas.map(({ id }) => id);
  const ids = [...new Set([...ours, ...idsAt(resolve(cwd, dirOf(argv)))])];
  const known = [...ids, ...names, 'help'];
  const isMeant =
    ids.includes(word) || argv.some((each) => /^--(from|name|summary)(=|$)/.test(each));
  if (!isMeant && nearest(word, known) !== undefined)
    throw wordUnknown(word, nearest(word, known)!, known);
}

/** The team's own personas, by the names of their files: a slip needs no more than that. */
const idsAt = (root: string) =>
  diskTree(root)
    .under('.persona/personas')
    .map((path) => basename(path, '.md'));
