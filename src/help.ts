import { flagsOf } from './answers.ts';
import { type Command, commonFlags, type Flag } from './command.ts';
import type { Generator } from './generator.ts';

/** What `create-persona --help` says. */
export function overview(commands: readonly Command[], generators: readonly Generator[]): string {
  const rows = (all: readonly { name: string; describes: string }[]) =>
    table(all.map(({ name, describes }) => [name, describes]));
  return [
    'create-persona: one persona becomes chat modes, agents, instructions and memories, checked.',
    `Usage\n${table([
      ['create-persona', 'the wizard'],
      ['create-persona <id>', 'one persona, such as backend-dev or one of your own'],
      ['create-persona <generator> [answers]', 'one kind of file'],
      ['create-persona <command>', 'look at what is there'],
    ])}`,
    `Generators\n${rows(generators)}`,
    `Commands\n${rows(commands)}`,
    `Flags\n${flagTable([...commonFlags, { name: 'demo', type: 'boolean', says: 'try it out in ./demo' }])}`,
    'Examples\n  create-persona backend-dev --targets copilot,claude --yes\n  create-persona memory "Redis needs a timeout" --lesson "Give every client a timeout"\n  create-persona check',
    '`create-persona <generator or command> --help` tells more.',
  ].join('\n\n');
}

/** What `--help` says of one command or generator. */
export function helpOf(subject: Command | Generator): string {
  const isGenerator = 'questions' in subject;
  const asked = isGenerator
    ? subject.questions
        .filter(({ quiet, isWord }) => !quiet || isWord)
        .map(({ name, kind }, nth, all) => {
          const isRest = kind === 'texts' && nth === all.length - 1;
          return isRest ? `[${name}…]` : `[${name}]`;
        })
    : [];
  const usage = isGenerator
    ? ['create-persona', subject.name, ...asked, '[flags]'].join(' ')
    : subject.usage;
  const flags = isGenerator ? flagsOf(subject) : subject.flags;
  return [
    subject.describes + '.',
    `Usage\n  ${usage}`,
    `Flags\n${flagTable([...flags, ...commonFlags])}`,
    `Examples\n${subject.examples.map((example) => `  ${example}`).join('\n')}`,
  ].join('\n\n');
}

const flagTable = (flags: readonly Flag[]) =>
  table(
    flags.map(({ name, short, type, optional, says }) => [
      `${short === undefined ? '' : `-${short}, `}--${name}${type === 'string' ? (optional ? ' [=…]' : ' …') : ''}`,
      says,
    ]),
  );

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
