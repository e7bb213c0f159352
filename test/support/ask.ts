import { spawn } from 'node:child_process';
import { type Ended, env, program } from './built.ts';

/** Run the program with something on its standard input. */
export function ask(
  cwd: string,
  words: readonly string[],
  input: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return asked(process.execPath, [program, ...words], cwd, input, more);
}

export function asked(
  command: string,
  words: readonly string[],
  cwd: string,
  input: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(command, words, { cwd, env: { ...env, ...more } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // Who does not read to the end closes the pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
