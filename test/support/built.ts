import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The command line as it is published, which `npm run build` makes. */
export const program = join(import.meta.dirname, '../../dist/create-persona.cjs');

if (!existsSync(program)) throw new Error('There is no dist/ to test: run `npm run build` first.');

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

export const nodeWords = (words: readonly string[], { preload = [] }: Manner = {}) => [
  ...preload.flatMap((each) => ['--require', each]),
  program,
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
