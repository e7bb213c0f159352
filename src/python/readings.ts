import { want } from '../engine.ts';
import { shipped } from '../shipped.ts';
import type { Reading } from './example.ts';
import { isLoaded, loadPython } from './parser.ts';
import { readExample } from './read-example.ts';

/**
 * What an example says as Python; nothing, and word left (`src/engine.ts`), where the parser is not
 * there yet. It takes about 0.1 s to load, so only a run that has an example to read asks for it.
 * What ships has been read by the build, and nothing was found.
 *
 * A thread that reads nothing but Python was tried: on two cores it gains nothing, for V8 compiles and
 * clears away beside us already (`npm run bench:check`).
 */
export function readingOf(text: string): Reading | undefined {
  if (isLoaded()) return readExample(text);
  if (!shipped.examples.has(text)) want(loadPython);
  return undefined;
}
