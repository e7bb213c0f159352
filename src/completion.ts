import { flagsOf } from './answers.ts';
import { type Command, commonFlags, type Flag } from './command.ts';
import type { Generator, Question, Workspace } from './generator.ts';

interface Offer {
  readonly commands: readonly Command[];
  readonly generators: readonly Generator[];
  readonly workspace: Workspace;
}

/**
 * What the last of the words may become; nothing, where any text or a path is meant.
 *
 * @param line - the words of a command line after `create-persona`, of which the last may be empty
 */
export function candidates(line: readonly string[], offer: Offer): readonly string[] {
  // Bash takes `--targets=copilot` for three words.
  const words = line.filter((word, nth) => word !== '=' || nth === line.length - 1);
  const current = words.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const before = words.slice(0, -1);
  const subject = subjectOf(before, offer);
  const flags = [...(isGenerator(subject) ? flagsOf(subject) : subject.flags), ...commonFlags];

  const [, name, value] = /^--([\w-]+)=(.*)$/s.exec(current) ?? [];
  const inline = flags.find((flag) => flag.type === 'string' && flag.name === name);
  if (inline !== undefined) {
    return valuesOf(inline, subject, offer, value!).map((each) => `--${name}=${each}`);
  }
  const open = flags.find(
    ({ type, name: each }) => type === 'string' && before.at(-1) === `--${each}`,
  );
  if (open !== undefined) return valuesOf(open, subject, offer, current);
  if (current.startsWith('-'))
    return beginning(
      flags.map((flag) => `--${flag.name}`),
      current,
    );

  const place = wordsIn(before, flags);
  if (place.length === 0) return beginning(firstWords(offer), current);
  if (place[0] === 'help') return beginning(place.length === 1 ? namesOf(offer) : [], current);
  if (!isGenerator(subject)) return beginning(subject.takes ?? [], current);
  const asked = subject.questions.filter(({ quiet }) => !quiet);
  const question = asked[place[0] === subject.name ? place.length - 1 : place.length];
  return question === undefined ? [] : valuesOf(question, subject, offer, current);
}

const isGenerator = (subject: Command | Generator): subject is Generator => 'questions' in subject;

/** The command or generator of a line; that of personas, where none is named. */
function subjectOf(
  before: readonly string[],
  { commands, generators }: Offer,
): Command | Generator {
  const all = [...commands, ...generators];
  const named = before.map((word) => all.find(({ name }) => name === word)).find(Boolean);
  return named ?? generators.find(({ name }) => name === 'persona')!;
}

/** The words that are neither flags nor their values. */
const wordsIn = (before: readonly string[], flags: readonly Flag[]) =>
  before.filter((word, nth) => {
    const isValue = flags.some(
      ({ type, name }) => type === 'string' && before[nth - 1] === `--${name}`,
    );
    return !word.startsWith('-') && !isValue;
  });

const namesOf = ({ commands, generators }: Offer) =>
  [...commands, ...generators].map(({ name }) => name);

const firstWords = (offer: Offer) => [
  ...offer.workspace.personas.keys(),
  ...namesOf(offer),
  'help',
];

const beginning = (all: readonly string[], start: string) =>
  all.filter((each) => each.startsWith(start));

function valuesOf(
  { name, takes }: Pick<Flag, 'name' | 'takes'>,
  subject: Command | Generator,
  { workspace }: Offer,
  current: string,
): readonly string[] {
  const question = isGenerator(subject)
    ? subject.questions.find((each) => each.name === name)
    : undefined;
  const values = question === undefined ? (takes ?? []) : choicesOf(question, workspace);
  if (question?.kind !== 'many') return beginning(values, current);
  const chosen = current.split(',').slice(0, -1);
  const rest = values.filter((value) => !chosen.includes(value));
  return beginning(
    rest.map((value) => [...chosen, value].join(',')),
    current,
  );
}

function choicesOf(question: Question, workspace: Workspace): readonly string[] {
  if (question.kind === 'one' || question.kind === 'many')
    return question.of(workspace).map(({ value }) => value);
  return question.name === 'from' ? [...workspace.personas.keys(), 'blank'] : [];
}
