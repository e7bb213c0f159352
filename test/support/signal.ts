import { join } from 'node:path';
import { begun, type Ended, nodeWords } from './built.ts';

const preload = [join(import.meta.dirname, 'signal-after.cjs')];

export const moves = ['renameSync'];

/** Every call with which a run changes the disk. */
export const writes = [
  ...['mkdirSync', 'writeFileSync', 'copyFileSync', 'chmodSync', 'renameSync'],
  ...['rmSync', 'rmdirSync', 'unlinkSync'],
];

/** A run that gets a signal right after its nth call to the disk. */
export function signalled(
  signal: NodeJS.Signals,
  after: number,
  calls: readonly string[],
  cwd: string,
  words: readonly string[],
): { readonly pid: number; readonly ended: Promise<Ended> } {
  const env = { SIGNAL: signal, AFTER: String(after), CALLS: calls.join(',') };
  return begun(process.execPath, nodeWords(words, { preload }), cwd, { env });
}
