import { execFile } from 'node:child_process';
import { createServer } from 'node:net';

export interface Ran {
  readonly code: number;
  readonly out: string;
}

/** Run a program to its end, whatever its end is. */
export const run = (
  program: string,
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
    execFile(program, words, options, (error, stdout, stderr) =>
      resolve({
        code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1,
        out: stdout + stderr,
      }),
    );
  });

/**
 * Where a tool is missing its tests are skipped by name; in CI that is a failure, on the system on
 * which `.ci/run` installs it.
 */
export function missing(what: string): undefined {
  if (process.env['CI'] && process.platform === 'linux') throw new Error(`CI has no ${what}.`);
  return undefined;
}

/** A port that nobody listens on. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
