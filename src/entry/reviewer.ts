import { parentPort, workerData } from 'node:worker_threads';
import type { Part } from '../review/side-by-side.ts';
import { loadFast } from './load-fast.ts';

/** A thread beside the first (`src/review/side-by-side.ts`): reads its part, says what it found, and ends. */
declare const MAIN: string;

loadFast<typeof import('./create-persona.ts')>(
  'main.cjs',
  MAIN,
  async (main) => parentPort?.postMessage(await main.reviewPart(workerData as Part)),
  { keeps: false },
);
