import { want } from '../engine.ts';
import { shipped } from '../shipped.ts';
import type { Reading } from './example.ts';
import { isLoaded, loadPython } from './parser.ts';
import { readExample } from './read-example.ts';

/** Somebody who reads examples while we do something else. */
export interface Beside {
  readonly ask: (text: string) => void;
  /** What came of all that was asked; less than that, or nothing, where they cannot. */
  readonly answers: () => Promise<ReadonlyMap<string, Reading>>;
}

const known = new Map<string, Reading>();
const waiting = new Set<string>();
let beside: Beside | undefined;

/** From now on, they read; or nobody does but this thread. */
export function readBeside(others: Beside | undefined): void {
  beside = others;
}

/**
 * What an example says as Python; nothing, and word left (`src/engine.ts`), where nobody has read it
 * yet. The parser takes about 0.1 s to load, so only a run that has an example to read asks for it.
 * What ships has been read by the build, and nothing was found.
 */
export function readingOf(text: string): Reading | undefined {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (isLoaded()) return readExample(text);
  if (shipped.examples.has(text)) return undefined;
  if (!waiting.has(text)) beside?.ask(text);
  waiting.add(text);
  want(readWaiting);
  return undefined;
}

async function readWaiting(): Promise<void> {
  for (const [text, reading] of (await beside?.answers()) ?? []) known.set(text, reading);
  const left = [...waiting].filter((text) => !known.has(text));
  waiting.clear();
  if (left.length === 0) return;
  await loadPython();
  for (const text of left) {
    const reading = readExample(text);
    if (reading !== undefined) known.set(text, reading);
  }
}
