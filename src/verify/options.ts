import type { Request } from '../command.ts';
import { type Gate, type Stage, stages } from '../gate.ts';
import { gates as shelf } from '../gates/index.ts';
import { choiceUnknown, flagWrong, tooManyWords } from '../problems.ts';

/** A command line of `verify`, understood. */
export interface Options {
  readonly component: string | undefined;
  readonly stage: Stage;
  /** The id that was asked for. */
  readonly persona: string | undefined;
  readonly gates: readonly Gate[];
  readonly format: Format;
  readonly allowsMissing: boolean;
  readonly isQuiet: boolean;
}

const formats = ['text', 'json', 'github', 'sarif'] as const;
type Format = (typeof formats)[number];

/**
 * @throws ChoiceUnknown - a stage, a gate or a format that there is not, with the nearest name
 * @throws FlagWrong - flags that do not go together
 * @throws TooManyWords
 */
export function chooseOptions({ words, flags }: Request): Options {
  if (words.length > 0) throw tooManyWords('verify', words);
  const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : undefined);
  const format = text('format');
  if (flags['json'] === true && format !== undefined && format !== 'json')
    throw flagWrong(
      `\`--json\` and \`--format ${format}\` ask for two things.`,
      'Write one of them.',
    );
  return {
    component: text('component'),
    stage: oneOf('stage', stages, text('stage') ?? stages[0]),
    persona: text('persona'),
    gates: chosenGates(flags['only']),
    format: oneOf('format', formats, flags['json'] === true ? 'json' : (format ?? 'text')),
    allowsMissing: flags['allow-missing'] === true,
    isQuiet: flags['quiet'] === true,
  };
}

function oneOf<T extends string>(what: string, known: readonly T[], given: string): T {
  const found = known.find((each) => each === given);
  if (found === undefined) throw choiceUnknown(what, given, known);
  return found;
}

function chosenGates(only: unknown): readonly Gate[] {
  const names = (Array.isArray(only) ? only : [])
    .flatMap((each) => String(each).split(','))
    .map((each) => each.trim())
    .filter(Boolean);
  const known = shelf.map(({ name }) => name);
  for (const name of names) oneOf('gate', known, name);
  return shelf.filter(({ name }) => names.length === 0 || names.includes(name));
}
