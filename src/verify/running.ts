import { spawn } from 'node:child_process';
import type { Ran } from '../gate.ts';
import { interrupted } from '../problems.ts';

interface Manner {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Run a program to its end, whatever its end is.
 *
 * It leads a group of its own, so that what it starts (uv starts pytest, pyright starts node) ends
 * with it when we are told to stop.
 *
 * @throws Interrupted - `signal` said so; by then it and all that it had started are told to end
 */
export function runProgram(
  [program, ...words]: readonly string[],
  { cwd, env, input, signal }: Manner,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(interrupted());
    const child = spawn(program!, words, {
      cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const end = () => endGroup(child.pid, () => child.kill());
    const settle = (ended: () => void) => {
      signal?.removeEventListener('abort', stop);
      living.delete(end);
      forget();
      ended();
    };
    const stop = () => {
      end();
      settle(() => reject(interrupted()));
    };
    signal?.addEventListener('abort', stop, { once: true });
    living.add(end);
    attend();
    child.on('error', ({ message }) =>
      settle(() => resolve({ code: 127, stdout, stderr: `${stderr}\n${message}` })),
    );
    child.on('close', (code) => settle(() => resolve({ code: code ?? -1, stdout, stderr })));
    // A program that does not read what it is given is its own affair.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

function endGroup(pid: number | undefined, otherwise: () => void): void {
  try {
    if (pid === undefined || process.platform === 'win32') otherwise();
    else process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

const living = new Set<() => void>();

/** Ctrl-C reaches us by the signal that we are handed. These two would end us, and leave the others. */
const fatal = ['SIGTERM', 'SIGHUP'] as const;

const leave = (name: NodeJS.Signals) => {
  for (const end of living) end();
  for (const each of fatal) process.off(each, leave);
  process.kill(process.pid, name);
};

function attend(): void {
  if (living.size === 1) for (const each of fatal) process.on(each, leave);
}

function forget(): void {
  if (living.size === 0) for (const each of fatal) process.off(each, leave);
}
