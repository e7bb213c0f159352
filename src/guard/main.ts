import { parseArgs } from 'node:util';
import { refusal } from './formats.ts';
import { refused } from './reasons.ts';
import { answerCall } from './run.ts';
import { readInput } from './stdin.ts';

/**
 * The whole program behind `create-persona guard`: standard input to answer. It throws nothing, for a
 * hook that fails lets the call pass in some tools.
 */
export function guard(argv: readonly string[]): void {
  const { stdout, stderr, code } = answered(argv);
  if (stdout !== '') process.stdout.write(stdout);
  if (stderr !== '') process.stderr.write(stderr);
  process.exitCode = code;
}

function answered(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { persona: { type: 'string' }, format: { type: 'string' }, dir: { type: 'string' } },
    });
    return answerCall(readInput(), { ...values, cwd: process.cwd() });
  } catch (error) {
    return refusal(refused(`The guard could not begin: ${(error as Error).message}`));
  }
}
