import fs from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generators } from '../../generators/index.ts';
import { commands } from '../../src/commands/index.ts';
import { ended, env, persona, program } from '../support/built.ts';
import { copyOf, folder, outside } from '../support/disk.ts';
import { openapi } from '../support/openapi.ts';

const all = [...commands, ...generators];
const names = all.map(({ name }) => name);

/** A project in which there is something to look at, and a folder with the command on the path. */
let project: string;
let path: string;

beforeAll(async () => {
  const router = 'from fastapi import APIRouter\n\napi_router = APIRouter()\n';
  const agent =
    '---\nname: reviewer\ndescription: Reviews code. Use after a change.\n---\n\nI review.\n';
  project = folder({
    'src/demo/__init__.py': '',
    'src/demo/api.py': router,
    'src/app/players/service.py': 'def promote(name: str) -> int: ...\n',
    'openapi.yaml': openapi,
    'AGENTS.md': '# House\n\nBe kind.\n',
    '.claude/agents/reviewer.md': agent,
    '.github/chatmodes/planner.chatmode.md': agent,
  });
  await persona(project, ['architect', '--quiet']);
  await persona(project, ['spec', 'Player actions', 'api', '--summary', 'What they do.']);
  const git = 'git -c user.name=A -c user.email=a@b.c';
  await ended('bash', ['-c', `git init -qb main && git add . && ${git} commit -qm All`], project);
  const bin = outside();
  fs.symlinkSync(program, join(bin, 'create-persona'));
  path = `${bin}${delimiter}${env['PATH']}`;
});

const shell = (line: string, cwd: string) =>
  ended('bash', ['-c', line], cwd, { env: { PATH: path, HOME: cwd } });

const examplesIn = (help: string) =>
  (/^Examples\n((?: {2}.*\n?)+)/m.exec(help)?.[1] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('help', () => {
  test.concurrent.each(names)(
    'of %s is the same with --help, with -h and after the word help',
    async (name) => {
      const ways = [
        [name, '--help'],
        ['-h', name],
        ['help', name],
      ];

      const shown = await Promise.all(ways.map((words) => persona(project, words)));

      expect(shown.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(new Set(shown.map(({ stdout }) => stdout)).size).toBe(1);
      expect(shown[0]!.stdout).toContain(`create-persona ${name}`);
      expect(examplesIn(shown[0]!.stdout)).not.toEqual([]);
    },
  );

  test.concurrent('names every command and every generator', async () => {
    const { stdout, code } = await persona(project, ['--help']);

    expect(code).toBe(0);
    expect(names.filter((name) => !stdout.includes(`  ${name} `))).toEqual([]);
  });

  test.concurrent('of a misspelt name is refused with the nearest one', async () => {
    const shown = await Promise.all(
      [
        ['help', 'chek'],
        ['chek', '--help'],
      ].map((words) => persona(project, words)),
    );

    expect(shown.map(({ code }) => code)).toEqual([2, 2]);
    for (const { stderr } of shown) expect(stderr).toContain('Did you mean `check`?');
  });

  test.concurrent('of a persona is that of the generator of personas', async () => {
    const [ours, someone] = await Promise.all(
      ['backend-dev', 'payments-dev'].map((id) => persona(project, [id, '--help'])),
    );

    expect(ours).toEqual(someone);
    expect(ours!.stdout).toContain('--from');
  });
});

describe('the examples in the help of', () => {
  test.concurrent.each(['', ...names])('%s run as they stand', async (name) => {
    const { stdout } = await persona(project, name === '' ? ['--help'] : [name, '--help']);
    const examples = examplesIn(stdout);

    const runs = await Promise.all(examples.map((line) => shell(line, copyOf(project))));

    // Of a check or a gate one may expect that it finds something, and of a guard without a call that it says no.
    const isGood = (code: number | null) =>
      code === 0 ||
      (['check', 'verify'].includes(name) && code === 1) ||
      (name === 'guard' && code === 2);
    const failed = runs.map((run, nth) => ({ example: examples[nth], ...run }));
    expect(failed.filter(({ code }) => !isGood(code))).toEqual([]);
  });
});
