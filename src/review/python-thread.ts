import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Reading } from '../python/example.ts';
import type { Beside } from '../python/readings.ts';

/** What stands beside us when built (`src/entry/python-reader.ts`): reads one example after the other. */
const program = typeof __dirname === 'undefined' ? undefined : join(__dirname, 'python-reader.cjs');

/**
 * A thread that reads examples of Python while this one goes on with all else: to load the parser and
 * to parse is a third of the work of `check`. It begins with the first example. Where it fails, what it
 * has read until then is all that it answers.
 */
export function pythonThread(): Beside | undefined {
  if (program === undefined || !existsSync(program)) return undefined;
  const asked: string[] = [];
  const answers = new Map<string, Reading>();
  let read = 0;
  let isOver = false;
  let tell = () => {};
  const end = () => {
    isOver = true;
    tell();
  };

  const begin = () => {
    const worker = new Worker(program);
    worker.on('message', ([nth, reading]: readonly [number, Reading | undefined]) => {
      if (reading !== undefined) answers.set(asked[nth]!, reading);
      read = nth + 1;
      if (read === asked.length) tell();
    });
    worker.on('error', end).on('exit', end);
    // Nobody is to be kept from ending by it.
    worker.unref();
    return worker;
  };
  let worker: Worker | undefined;

  return {
    ask: (text) => {
      worker ??= begin();
      worker.postMessage([asked.push(text) - 1, text]);
    },
    answers: async () => {
      worker?.ref();
      if (!isOver && read < asked.length)
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      worker?.unref();
      return answers;
    },
  };
}
