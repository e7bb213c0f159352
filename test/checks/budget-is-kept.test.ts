import { expect, test } from 'vitest';
import check from '../../src/checks/budget-is-kept.ts';
import { encodingOf, loadEncoding } from '../../src/cost/encoding.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { augment, claude, findings, marks } from '../support/checks.ts';

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

test('says which sections to move, and where to', async () => {
  await loadTokenizer();
  const text = `---\npersona_token_budget: 30\n---\n## Role\n\nI test.\n\n## Common Tasks\n\n${'1. Run the tests\n'.repeat(9)}`;

  const [finding] = findings(check, augment(text));

  expect(finding?.mend).toMatch(/^Move "Common Tasks" \(\d+\) to a skill: that brings it under\./);
});

test('counts with the encoding of the model that is declared too', async () => {
  await Promise.all([loadTokenizer(), loadEncoding(encodingOf('gpt-4'))]);
  const text = `---\nmodel: gpt-4\npersona_token_budget: 5\n---\n${unseen}\n`;

  const [finding] = findings(check, augment(text));

  expect(finding?.says).toMatch(/with cl100k_base, which `gpt-4` has\.$/);
});

test('says whose encoding it had to count with', async () => {
  await loadTokenizer();
  const text = `---\nname: a\nmodel: sonnet\npersona_token_budget: 5\n---\n${unseen}\n`;

  const [finding] = findings(check, claude(text));

  expect(finding?.says).toContain('which stands in for that of `sonnet`: its own is not public');
});
