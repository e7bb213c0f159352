import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ended, env, persona, program } from '../support/built.ts';
import { filesIn, folder, outside } from '../support/disk.ts';

/** What a shell runs with our script to complete `create-persona` and the words after it. */
const shells: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  bash: (words) => [
    '-c',
    `source <(create-persona completion bash); COMP_WORDS=(create-persona "$@"); COMP_CWORD=$#; _create_persona; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ...['bash', ...words],
  ],
  zsh: (words) => [
    ...['-f', '-c'],
    'compdef() { }; _files() { }; compadd() { shift; print -l -- "$@" }; source <(create-persona completion zsh); words=(create-persona "$@"); CURRENT=$#words; _create_persona',
    ...['zsh', ...words],
  ],
  fish: (words) => [
    '-c',
    `create-persona completion fish | source; complete -C ${JSON.stringify(['create-persona', ...words].join(' '))}`,
  ],
};

/** A team with a persona of its own, and the command on its path. */
let root: string;
let path: string;

beforeAll(async () => {
  root = folder();
  await persona(root, ['payments-dev', '--from', 'backend-dev', '--targets', 'claude', '-q']);
  const bin = outside();
  fs.symlinkSync(program, join(bin, 'create-persona'));
  path = `${bin}${delimiter}${env['PATH']}`;
});

async function completed(shell: string, words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await ended(shell, shells[shell]!(words), root, {
    env: { PATH: path },
  });
  if (stderr !== '') throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

const personas = [
  'architect',
  'backend-dev',
  'devops',
  'frontend-dev',
  'qa-engineer',
  'payments-dev',
];

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a persona of the team', ['pay'], ['payments-dev']],
  ['a command', ['che'], ['check']],
  ['the format of a command', ['check', '--format', 's'], ['sarif']],
  ['a generator', ['mem'], ['memory']],
  ['the persona of a generator', ['chatmode', ''], personas],
  ['the targets after a persona', ['backend-dev', 'c'], ['copilot', 'claude', 'cursor', 'codex']],
  ['a target after its flag', ['backend-dev', '--targets', 'cop'], ['copilot']],
  [
    'a second target after its flag',
    ['backend-dev', '--targets', 'copilot,c'],
    ['copilot,claude', 'copilot,cursor', 'copilot,codex'],
  ],
  ['a flag of a generator', ['memory', '--le'], ['--lesson']],
  ['a flag of a command', ['check', '--js'], ['--json']],
  ['a flag that every generator has', ['spec', '--dry'], ['--dry-run']],
  ['somebody to start from', ['x-dev', '--from', 'b'], ['backend-dev', 'blank']],
  ['a kind of a specification', ['spec', 'A', 'a'], ['api']],
  ['a check', ['explain', 'budget'], ['budget-is-kept']],
  ['a convention', ['explain', 'type-'], ['type-hints']],
  ['a target to explain', ['explain', 'curs'], ['cursor']],
  ['a shell', ['completion', 'z'], ['zsh']],
  ['what there is help for', ['help', 'expl'], ['explain']],
  ['no text that only a person knows', ['memory', '--lesson', 'x'], []],
];

const isThere = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

describe.each(Object.keys(shells))('%s', (shell) => {
  describe.skipIf(!isThere(shell) && !process.env['CI'])(
    'completes (needs to be installed)',
    () => {
      test.concurrent.each(cases)('%s', async (_, words, found) => {
        const offered = await completed(shell, words);

        expect(offered.toSorted()).toEqual(found.toSorted());
      });

      test('every persona, generator and command, when nothing is said yet', async () => {
        const offered = await completed(shell, ['']);

        expect(offered).toEqual(
          expect.arrayContaining([...personas, 'persona', 'spec', 'check', 'list', 'help']),
        );
      });
    },
  );
});

test.concurrent('a value that is joined to its flag is completed with it', async () => {
  const [bash, joined] = await Promise.all([
    completed('bash', ['backend-dev', '--targets', '=', 'cop']),
    persona(root, ['completion', '--words=backend-dev\x1f--targets=cop']),
  ]);

  expect(bash).toEqual(['copilot']);
  expect(joined.stdout).toBe('--targets=copilot\n');
});

test.concurrent('a shell that we do not know is refused, with the nearest', async () => {
  const { code, stderr } = await persona(root, ['completion', 'fihs']);

  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean `fish`?');
});

test.concurrent('a line that cannot be understood completes to nothing, and writes nothing', async () => {
  const before = filesIn(root);

  const { stdout } = await persona(root, [
    'completion',
    '--words=backend-dev\x1f--help\x1f--dir\x1f/nowhere\x1f--force\x1fx',
  ]);

  expect({ stdout, files: filesIn(root) }).toEqual({ stdout: '', files: before });
});
