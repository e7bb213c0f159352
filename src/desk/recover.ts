import { existsSync } from 'node:fs';
import { deskOf } from './journal.ts';

/**
 * Clean up after a run that was killed, if there was one: what every run that may write does first.
 * Gives a sentence on what was done, or nothing where there was nothing to do.
 *
 * @throws OtherRun, DeskBroken
 */
export const recover = async (root: string): Promise<string | undefined> =>
  existsSync(deskOf(root)) ? (await import('./take-back.ts')).cleanUp(root) : undefined;
