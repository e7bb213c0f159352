import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The tools that a user of the generated code has: a virtual environment with pinned packages, made
 * once and kept outside the repository (`CREATE_PERSONA_VENV` names another place), and a Redis.
 */

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

const requirements = join(import.meta.dirname, 'requirements.txt');

/** The folder of the environment's programs; nothing, where there is no Python to make it with. */
export async function pythonTools(): Promise<string | undefined> {
  const python = await run(
    'python3',
    ['-c', 'import sys; assert sys.version_info >= (3, 11)'],
    '/',
  );
  if (python.code !== 0) {
    if (process.env['CI']) throw new Error(`CI has no Python 3.11 or newer: ${python.out}`);
    return undefined;
  }
  const pins = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const home = process.env['CREATE_PERSONA_VENV'] ?? join(tmpdir(), `create-persona-venv-${pins}`);
  const bin = join(home, 'bin');
  if (existsSync(join(home, 'ready'))) return bin;
  rmSync(home, { recursive: true, force: true });
  for (const [program, ...words] of [
    ['python3', '-m', 'venv', home],
    [join(bin, 'pip'), 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
  ] as const) {
    const { code, out } = await run(program, words, '/');
    if (code !== 0) throw new Error(`${program} ${words.join(' ')} failed: ${out}`);
  }
  writeFileSync(join(home, '.ready'), '');
  renameSync(join(home, '.ready'), join(home, 'ready'));
  return bin;
}

export interface Redis {
  readonly url: string;
  readonly stop: () => void;
}

/** A Redis with nothing in it, on a port of its own; nothing, where there is no `redis-server`. */
export async function startRedis(): Promise<Redis | undefined> {
  if ((await run('redis-server', ['--version'], '/')).code !== 0) {
    if (process.env['CI']) throw new Error('CI has no redis-server.');
    return undefined;
  }
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'create-persona-redis-'));
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', [...words, '--dir', home], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
    server.on('exit', () => reject(new Error('redis-server ended before it was ready.')));
  });
  return {
    url: `redis://127.0.0.1:${port}/15`,
    stop: () => {
      server.removeAllListeners('exit');
      server.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
