import type { NodePlopAPI } from 'plop';
import { answersGiven, answersInFull, answersRead } from './answers.ts';
import { build } from './build.ts';
import { recover } from './desk/recover.ts';
import { defaultOf, type Generator, type Question, type Workspace } from './generator.ts';
import { Problem } from './problems.ts';
import { problemText, report } from './report.ts';
import { openWorkspace } from './workspace.ts';

/** Offer our generators to plop, which asks the questions and shows the outcome. */
export async function offer(
  plop: NodePlopAPI,
  generators: readonly Generator[],
  argv: readonly string[],
): Promise<void> {
  const root = plop.getDestBasePath();
  const workspace = await openWorkspace(root).catch(inFull);
  // Plop has no place to show first what would change in files that are there.
  for (const generator of generators.filter(({ showsFirst }) => !showsFirst)) {
    plop.setGenerator(generator.name, {
      description: generator.describes,
      prompts: generator.questions
        .filter((question) => isAsked(question, generator, argv))
        .map((question) => toPrompt(question, workspace)),
      actions: [
        async (answers: unknown, { force = false }: { force?: boolean }) => {
          const told = await recover(root);
          const outcome = await make(
            generator,
            answers as Record<string, unknown>,
            root,
            force,
          ).catch(inFull);
          if (outcome.receipt === undefined) throw new Error(report(outcome));
          return [told, report(outcome)].filter((each) => each !== undefined).join('\n\n');
        },
      ],
    });
  }
}

async function make(
  generator: Generator,
  answers: Readonly<Record<string, unknown>>,
  root: string,
  force: boolean,
) {
  const workspace = await openWorkspace(root);
  const given = answersGiven(generator, [], answers, workspace);
  const { answers: read, changes } = await answersRead(generator, given, workspace);
  const full = answersInFull(generator, read, workspace);
  return build(generator, full, workspace, root, { force, changes });
}

/**
 * A question that waits for its flag is a prompt only where the flag is given (`plop memory -- --topic x`);
 * so is each, where a file answers them (`plop endpoint -- --from openapi.yaml`).
 */
function isAsked(
  { name, quiet }: Question,
  { source }: Generator,
  argv: readonly string[],
): boolean {
  const isGiven = (flag: string) =>
    argv.some((word) => word === `--${flag}` || word.startsWith(`--${flag}=`));
  return isGiven(name) || !(quiet || source?.asks.some(isGiven));
}

/**
 * Plop shows the message of an error, or its stack where a plopfile throws, and nothing else: so a
 * problem goes out with all it has to say, and with no stack.
 */
const inFull = (error: unknown): never => {
  if (!(error instanceof Problem)) throw error;
  const told = new Error(problemText(error));
  told.stack = told.message;
  throw told;
};

/**
 * Plop can take answers from the command line only where the prompts are an array, the choices are
 * an array and no prompt has a `when`. So a question has none of these, and one whose answer may be
 * off the list is a text.
 */
function toPrompt(question: Question, workspace: Workspace) {
  const { name, asks: message } = question;
  const given = defaultOf(question, workspace);
  const start = given === undefined ? {} : { default: given };
  switch (question.kind) {
    case 'text':
      return {
        type: 'input' as const,
        name,
        message,
        ...start,
        validate: (answer: string) => question.refuse?.(answer) || true,
      };
    case 'texts':
      return {
        type: 'input' as const,
        name,
        message: `${message} (several: put ; between them)`,
        default: ((given ?? []) as readonly string[]).join('; '),
      };
    case 'one':
      if (question.open) {
        const names = question.of(workspace).map(({ value }) => value);
        return {
          type: 'input' as const,
          name,
          message: `${message} (${names.join(', ')}, or a new name)`,
          ...start,
          validate: (answer: string) => question.refuse?.(answer) || true,
        };
      }
      return {
        type: 'list' as const,
        name,
        message,
        ...start,
        choices: choices(question, workspace),
      };
    case 'many':
      return {
        type: 'checkbox' as const,
        name,
        message,
        ...start,
        choices: choices(question, workspace),
      };
    case 'yes-no':
      return { type: 'confirm' as const, name, message, default: question.default };
  }
}

const choices = (question: Extract<Question, { kind: 'one' | 'many' }>, workspace: Workspace) =>
  question.of(workspace).map(({ value, title }) => ({ value, name: title }));
