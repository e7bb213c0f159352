import type { Interface } from 'node:readline';
import { defaultOf, type Question, type Workspace } from './generator.ts';
import { interrupted } from './problems.ts';
import type { Answer, Answers } from './stages.ts';

/** The value that stands for "somebody who is not on the list". No id can be it. */
const other = '';

/**
 * Ask a person what the flags left open, one question after the other.
 *
 * @throws Interrupted - Ctrl-C
 */
export async function ask(
  questions: readonly Question[],
  given: Answers,
  workspace: Workspace,
): Promise<Answers> {
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    if (question.quiet || given[question.name] !== undefined) continue;
    answers[question.name] = await askOne(question, workspace);
  }
  return { ...answers, ...given };
}

/** @throws Interrupted - Ctrl-C */
export const confirm = async (message: string): Promise<boolean> =>
  (await prompt({ type: 'confirm', message, default: true })) as boolean;

export const askText = async (message: string, given: string): Promise<string> =>
  (await prompt({ type: 'input', message, default: given })) as string;

async function askOne(question: Question, workspace: Workspace): Promise<Answer> {
  const { asks: message } = question;
  const given = defaultOf(question, workspace);
  switch (question.kind) {
    case 'yes-no':
      return (await prompt({ type: 'confirm', message, default: given })) as boolean;
    case 'many':
      return (await prompt({
        type: 'checkbox',
        message,
        choices: choices(question, workspace).map((each) => ({
          ...each,
          checked: (given as readonly string[])?.includes(each.value),
        })),
        validate: (answer: readonly unknown[]) =>
          answer.length > 0 || 'Choose at least one, with the space bar.',
      })) as string[];
    case 'one': {
      const more = question.open ? [{ value: other, name: 'Somebody new …' }] : [];
      const chosen = (await prompt({
        type: 'list',
        message,
        choices: [...choices(question, workspace), ...more],
        default: given,
        pageSize: 12,
      })) as string;
      return chosen === other && question.open
        ? ((await prompt({
            type: 'input',
            message: 'What is the name?',
            validate: validator(question.refuse),
          })) as string)
        : chosen;
    }
    case 'texts':
      return (
        (await prompt({
          type: 'input',
          message: `${message} (several: put ; between them)`,
          default: (given as readonly string[] | undefined)?.join('; '),
        })) as string
      )
        .split(';')
        .map((each) => each.trim())
        .filter((each) => each !== '');
    case 'text':
      return (await prompt({
        type: 'input',
        message,
        default: given,
        validate: validator(question.refuse),
      })) as string;
  }
}

const choices = (question: Extract<Question, { kind: 'one' | 'many' }>, workspace: Workspace) =>
  question
    .of(workspace)
    .map(({ value, title }) => ({ value, name: title === value ? title : `${title} (${value})` }));

const validator = (refuse: ((answer: string) => string | false) | undefined) => (answer: string) =>
  refuse?.(answer) || true;

/**
 * One question to inquirer. It leaves its promise open for ever when the person does not answer but
 * goes (Ctrl-C, Ctrl-D), and node then ends as if all was well: so its closing is listened for.
 */
async function prompt(question: Record<string, unknown>): Promise<unknown> {
  const { default: inquirer } = await import('inquirer');
  const asking = inquirer.prompt<{ answer: unknown }>([{ name: 'answer', ...question }] as never);
  const { rl, onForceClose } = asking.ui as unknown as { rl: Interface; onForceClose: () => void };
  const left = new Promise<never>((_, reject) =>
    // It also closes after an answer, which has then arrived before the next turn.
    rl.once('close', () => setImmediate(() => reject(interrupted()))),
  );
  left.catch(() => process.removeListener('exit', onForceClose));
  return (await Promise.race([asking, left])).answer;
}
