import { type Example, examplesIn, type Part } from '../text/examples.ts';
import type { Markdown } from '../text/markdown.ts';
import type { Code, Place } from './example.ts';
import { readingOf } from './readings.ts';

export type { Call, Code, Mark, Named, Signature } from './example.ts';

const cache = new WeakMap<Markdown, readonly Code[]>();

/** Every example of Python in a text, but those that nobody has read yet. Put together once for each file. */
export function pythonIn(markdown: Markdown): readonly Code[] {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  const codes = examplesIn(markdown)
    .filter(({ fence }) => /^(python3?|py)$/.test(fence.language) && fence.lines.length < 2_000)
    .flatMap((example) => example.parts.map((part) => codeOf(example, part)));
  const read = codes.filter((code) => code !== undefined);
  if (read.length === codes.length) cache.set(markdown, read);
  return read;
}

function codeOf(example: Example, part: Part): Code | undefined {
  const indent = Math.min(
    ...part.lines.flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)])),
  );
  const text = part.lines.map((line) => line.slice(indent)).join('\n');
  const reading = readingOf(text);
  if (reading === undefined) return undefined;
  const first = example.fence.line + part.from + 1;
  const inFile = <T extends Place>(each: T): T => ({
    ...each,
    line: first + each.line,
    column: each.column + indent,
  });
  return {
    ...reading,
    example,
    part,
    line: first,
    text,
    fault: reading.fault && inFile(reading.fault),
    // Of what most examples hold no check wants to know the place.
    get open() {
      return reading.open.map(inFile);
    },
    get functions() {
      return reading.functions.map(inFile);
    },
    get calls() {
      return reading.calls.map(inFile);
    },
    get marks() {
      return reading.marks.map(inFile);
    },
  };
}
