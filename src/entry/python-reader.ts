import { parentPort } from 'node:worker_threads';
import { loadPython } from '../python/parser.ts';
import { readExample } from '../python/read-example.ts';

/** A thread of `check` (`src/review/python-thread.ts`): answers each text with what it says as Python. */
void loadPython().then(() =>
  parentPort?.on('message', ([nth, text]: readonly [number, string]) =>
    parentPort?.postMessage([nth, readExample(text)]),
  ),
);
