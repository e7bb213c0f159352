import { expect, test } from 'vitest';
import check from '../../src/checks/budget-is-kept.ts';
import { loadTokenizer } from '../../src/tokens.ts';
import { augment, claude, marks } from '../support/checks.ts';

const unseen = 'Zyxwvutsrqponmlkjihgfedcba antidisestablishmentarianistically.';

test('a bound is no finding: without a tokenizer it says nothing of text that it cannot count', () => {
  expect(marks(check, augment(`---\npersona_token_budget: 20\n---\n${unseen}\n`))).toEqual([]);
});

test.each([
  [
    'the front matter counts for nothing',
    augment(
      '---\ndescription: many words that cost a lot\npersona_token_budget: 4\n---\nI test.\n',
    ),
    [],
  ],
  [
    'more than is declared',
    augment(`---\npersona_token_budget: 5\n---\n${unseen}\n`),
    ['error 2:1'],
  ],
  ['declared in the text', claude(`- **Persona:** 🐍 tester (1,000 tokens via Hypertool)\n`), []],
  [
    'declared in the text, and not kept',
    claude(`- **Persona:** 🐍 tester (5 tokens)\n\n${unseen}\n`),
    ['error 1:27'],
  ],
  ['not declared', claude(unseen), []],
])('%s', async (_, file, expected) => {
  await loadTokenizer();
  expect(marks(check, file)).toEqual(expected);
});
