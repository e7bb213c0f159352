import { type Flag, writingFlags } from './command.ts';
import {
  defaultOf,
  type Generator,
  type Question,
  type Reading,
  type Workspace,
} from './generator.ts';
import {
  answerMissing,
  answerRefused,
  choiceUnknown,
  flagWrong,
  tooManyWords,
} from './problems.ts';
import type { Answer, Answers } from './stages.ts';

/** A flag for each question of a generator, and those of every generator. */
export const flagsOf = (generator: Generator): readonly Flag[] => [
  ...generator.questions.map(
    ({ name, asks, kind }): Flag => ({
      name,
      says: asks.replace(/\?$/, ''),
      type: kind === 'yes-no' ? 'boolean' : 'string',
      ...(kind === 'many' || kind === 'texts' ? { multiple: true as const } : {}),
    }),
  ),
  ...writingFlags,
];

/**
 * The answers that a command line gives: by flag, or by place for the questions that are asked.
 *
 * @throws TooManyWords - more words than questions
 * @throws ChoiceUnknown, AnswerRefused - an answer that cannot be taken
 */
export function answersGiven(
  { name, questions }: Generator,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  workspace: Workspace,
): Answers {
  const asked = questions.filter(({ quiet, isWord }) => !quiet || isWord);
  // Several texts take all the words that are left: `import a.md b.md`.
  const takesRest = asked.at(-1)?.kind === 'texts';
  if (words.length > asked.length && !takesRest)
    throw tooManyWords(name, words.slice(asked.length));
  const given = questions.flatMap((question) => {
    const place = asked.indexOf(question);
    const isRest = takesRest && place === asked.length - 1 && words.length > place;
    const word = isRest ? words.slice(place) : place < 0 ? undefined : words[place];
    const raw = (flags[question.name] ?? word) as string | boolean | readonly string[] | undefined;
    return raw === undefined
      ? []
      : [[question.name, understood(question, raw, workspace)] as const];
  });
  return Object.fromEntries(given);
}

/**
 * The answers given, with those of the file that one of them names. What was given wins, and the
 * file is not named any more: the same answers without it lead to the same.
 */
export async function answersRead(
  { source }: Generator,
  given: Answers,
  workspace: Workspace,
): Promise<Reading> {
  if (source === undefined || !source.asks.some((name) => given[name] !== undefined))
    return { answers: given, changes: [] };
  const { answers, changes } = await source.read(given, workspace);
  const own = Object.entries(given).filter(([name]) => !source.asks.includes(name));
  return { answers: { ...answers, ...Object.fromEntries(own) }, changes };
}

/**
 * The answers with a default for each that is missing.
 *
 * @throws AnswerMissing - a question has none
 */
export function answersInFull(
  { name, questions }: Generator,
  given: Answers,
  workspace: Workspace,
): Answers {
  const all = questions.map((question) => {
    const answer = given[question.name] ?? defaultOf(question, workspace);
    if (answer === undefined) throw answerMissing(name, question.name, question.asks);
    return [question.name, answer] as const;
  });
  return Object.fromEntries(all);
}

function understood(
  question: Question,
  raw: string | boolean | readonly string[],
  workspace: Workspace,
): Answer {
  switch (question.kind) {
    case 'yes-no':
      return raw === true || raw === 'true' || raw === 'yes';
    case 'texts':
      return [raw]
        .flat()
        .flatMap((each) => String(each).split(';'))
        .map((each) => each.trim())
        .filter((each) => each !== '');
    case 'many': {
      const chosen = [raw]
        .flat()
        .flatMap((each) => String(each).split(','))
        .map((each) => each.trim())
        .filter((each) => each !== '');
      if (chosen.length === 0)
        throw flagWrong(
          `--${question.name} names nothing.`,
          `Choose from ${question
            .of(workspace)
            .map(({ value }) => value)
            .join(', ')}.`,
        );
      for (const each of chosen) known(question, each, workspace);
      return chosen;
    }
    case 'one':
      if (!question.open) known(question, String(raw), workspace);
      return accepted(question, String(raw));
    case 'text':
      return accepted(question, String(raw));
  }
}

function known(
  question: Extract<Question, { kind: 'one' | 'many' }>,
  answer: string,
  workspace: Workspace,
): void {
  const values = question.of(workspace).map(({ value }) => value);
  if (!values.includes(answer))
    throw choiceUnknown(question.name.replace(/s$/, ''), answer, values);
}

function accepted(question: Extract<Question, { kind: 'one' | 'text' }>, answer: string): string {
  const because = question.refuse?.(answer);
  if (because) throw answerRefused(question.name, answer, because);
  return answer;
}
