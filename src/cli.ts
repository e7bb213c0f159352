import { firstWord, parseArguments } from './arguments.ts';
import { paint } from './color.ts';
import { commonFlags, type ExitCode, type Io } from './command.ts';
import { commands } from './commands/index.ts';
import type { Generator } from './generator.ts';
import { helpOf, overview } from './help.ts';
import { nearest } from './nearest.ts';
import { Problem, wordUnknown } from './problems.ts';
import { problemText } from './report.ts';
import { makeWith } from './make.ts';
import { shipped } from './shipped.ts';
import { tryOut } from './try-out.ts';

/** Run one command line. Nothing below this function prints a problem or chooses its exit code. */
export async function run(
  argv: readonly string[],
  io: Io,
  generators: readonly Generator[],
): Promise<ExitCode> {
  const isJson = argv.includes('--json');
  const colors = paint(io.hasColor && !argv.includes('--no-color'));
  try {
    return await dispatch(argv, { ...io, hasColor: colors.isColorSupported }, generators);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
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

async function dispatch(
  argv: readonly string[],
  io: Io,
  generators: readonly Generator[],
): Promise<ExitCode> {
  const { word, rest } = firstWord(argv);
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  if (word === 'help' || (word === undefined && wantsHelp)) {
    const about = word === 'help' ? firstWord(rest).word : undefined;
    io.print(about === undefined ? overview(commands, generators) : helpFor(about, generators));
    return 0;
  }
  if (argv.includes('--demo')) return tryOut(argv, io, generators);

  const command = commands.find(({ name }) => name === word);
  const generator = generators.find(({ name }) => name === word);
  if (wantsHelp) {
    io.print(helpFor(word!, generators));
    return 0;
  }
  if (command !== undefined) {
    const { words, flags } = parseArguments(rest, [...command.flags, ...commonFlags], command.name);
    return command.run({ words, flags, generators }, io);
  }
  if (generator !== undefined) return makeWith(generator, rest, io);
  const persona = generators.find(({ name }) => name === 'persona')!;
  if (word !== undefined) refuseMisspelt(word, rest, generators);
  return makeWith(persona, argv, io);
}

function helpFor(name: string, generators: readonly Generator[]): string {
  const command = commands.find((each) => each.name === name);
  const generator =
    generators.find((each) => each.name === name) ??
    generators.find((each) => each.name === 'persona')!;
  return helpOf(command ?? generator);
}

/** A word that is nearly one of ours is a slip, not a new persona, unless it is said what to start from. */
function refuseMisspelt(
  word: string,
  rest: readonly string[],
  generators: readonly Generator[],
): void {
  const names = [...commands, ...generators].map(({ name }) => name);
  const ids = shipped.personas.map(({ id }) => id);
  const known = [...ids, ...names, 'help'];
  const isMeant =
    ids.includes(word) || rest.some((each) => /^--(from|title|summary)(=|$)/.test(each));
  if (!isMeant && nearest(word, known) !== undefined)
    throw wordUnknown(word, nearest(word, known)!, known);
}
