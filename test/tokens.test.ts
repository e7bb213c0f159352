import fc from 'fast-check';
import { countTokens as count } from 'gpt-tokenizer/encoding/o200k_base';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesOf, piecesOf } from '../src/cost/tokens.ts';

const sum = (parts: readonly string[]) =>
  parts.reduce((total, part) => total + count(part, { disallowedSpecial: new Set() }), 0);

const shelf = join(import.meta.dirname, '..', 'templates');
const texts = readdirSync(shelf, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => [path, readFileSync(join(shelf, path), 'utf8')] as const);

/** What `src/cost/tokens.ts` builds on: no token goes over a cut, so what is counted in parts adds up. */
describe('the tokens of a text are those of its parts', () => {
  test.each(texts)('%s', (_, text) => {
    expect(sum(linesOf(text))).toBe(sum([text]));
    expect(sum(piecesOf(text))).toBe(sum([text]));
  });

  test('for any text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc
        .array(
          fc.constantFrom('\n', ' ', '/', "'s", 'a', 'B', '9', '--', '≥', '🐍', '\r\n', '\t', 'é'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(linesOf(text).join('')).toBe(text);
        expect(sum(linesOf(text))).toBe(sum([text]));
        expect(sum(piecesOf(text))).toBe(sum([text]));
      }),
      { numRuns: 500 },
    );
  });
});
