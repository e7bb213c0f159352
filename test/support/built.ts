import { type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fs from 'fs-extra';
import { afterAll } from 'vitest';

/** The command line as it is published, which `npm run build` makes. */
export const program = join(import.meta.dirname, '../../dist/create-persona.cjs');

if (!existsSync(program)) throw new Error('There is no dist/ to test: run `npm run build` first.');

let copy: string | undefined;

afterAll(() => {
  if (copy !== undefined) fs.removeSync(dirname(dirname(copy)));
});

/** The packages that a run which fails on the disk needs, and those that `check` does. */
const needed = ['fs-extra', 'graceful-fs', 'jsonfile', 'universalify', 'ignore'];

/**
 * The same for another user: the repository may stand in a folder that only its owner can enter, so
 * that user gets a copy of what is published and of the packages that such a run needs.
 */
export function programForOthers(): string {
  if (copy !== undefined) return copy;
  const place = mkdtempSync(join(tmpdir(), 'create-persona-others-'));
  chmodSync(place, 0o755);
  fs.copySync(dirname(program), join(place, 'dist'));
  const modules = join(import.meta.dirname, '../../node_modules');
  for (const name of needed) {
    fs.copySync(join(modules, name), join(place, 'node_modules', name));
  }
  copy = join(place, 'dist', 'create-persona.cjs');
  return copy;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As on a desk: not in CI, and nothing said about colours. */
export const env: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TMPDIR: process.env['TMPDIR'],
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
};

export interface Manner extends Pick<SpawnOptions, 'uid' | 'gid'> {
  readonly env?: Readonly<Record<string, string>>;
  /** Modules that node loads before the program. */
  readonly preload?: readonly string[];
}

/** Run it in a folder, with nobody at the terminal. */
export const persona = (cwd: string, words: readonly string[], manner: Manner = {}) =>
  ended(process.execPath, nodeWords(words, manner), cwd, manner);

export const nodeWords = (words: readonly string[], { preload = [], uid }: Manner = {}) => [
  ...preload.flatMap((each) => ['--require', each]),
  uid === undefined ? program : programForOthers(),
  ...words,
];

/** Run any program to its end. */
export const ended = (command: string, words: readonly string[], cwd: string, manner?: Manner) =>
  begun(command, words, cwd, manner).ended;

/** Run any program, and do not wait for it. */
export function begun(
  command: string,
  words: readonly string[],
  cwd: string,
  { env: more = {}, uid, gid }: Manner = {},
): { readonly pid: number; readonly ended: Promise<Ended> } {
  const child = spawn(command, words, {
    cwd,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const over = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { pid: child.pid!, ended: over };
}
