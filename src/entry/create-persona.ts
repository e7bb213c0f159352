import { commands } from '../commands/index.ts';
import type { Part } from '../review/side-by-side.ts';
import { generators } from '../../generators/index.ts';
import { atTheTerminal } from './at-the-terminal.ts';

/** What `create-persona` runs, once its launcher (`launch.ts`) has found that it is needed. */
export const main = (): Promise<void> => atTheTerminal({ commands, generators });

/** What a thread beside the first does. */
export const reviewPart = async (part: Part) =>
  (await import('../review/part.ts')).reviewPart(part);
