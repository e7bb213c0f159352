import { describe, expect, test } from 'vitest';
import { billOf, whatToMove } from '../src/cost/bill.ts';
import { billAsText, billFor } from '../src/cost/bill-table.ts';
import { countIn, encodingOf, loadEncoding } from '../src/cost/encoding.ts';
import { parseDocument } from '../src/front-matter.ts';

describe('the encoding of a model', () => {
  test.each([
    ['GPT-5.2 (copilot)', { name: 'o200k_base' }],
    ['gpt-4o-2024-08-06', { name: 'o200k_base' }],
    ['GPT-4.1', { name: 'o200k_base' }],
    ['o3-mini', { name: 'o200k_base' }],
    ['gpt-4', { name: 'cl100k_base' }],
    ['gpt-4-turbo', { name: 'cl100k_base' }],
    ['gpt-3.5-turbo', { name: 'cl100k_base' }],
    ['sonnet', { name: 'o200k_base', standsInFor: 'sonnet' }],
    ['Gemini 3.1 Pro', { name: 'o200k_base', standsInFor: 'Gemini 3.1 Pro' }],
    [['Claude Sonnet 4.6', 'GPT-5'], { name: 'o200k_base', standsInFor: 'Claude Sonnet 4.6' }],
    [undefined, { name: 'o200k_base' }],
    [4, { name: 'o200k_base' }],
  ])('of %j', (model, expected) => {
    expect(encodingOf(model)).toEqual(expected);
  });

  test('makes a difference', async () => {
    const [old, recent] = [encodingOf('gpt-4'), encodingOf('gpt-5')];
    await Promise.all([loadEncoding(old), loadEncoding(recent)]);

    expect(countIn('Überprüfungsprotokoll', old)).toBeGreaterThan(
      countIn('Überprüfungsprotokoll', recent)!,
    );
  });
});

const letters = (text: string) => text.length;

test('a bill has an item for each section, and for what stands before the first', () => {
  const items = billOf('Intro.\n\n## Role\n\nI build.\n\n## Common Tasks\n\n1. Build\n', letters);

  expect(items).toEqual([
    { title: '', tokens: 6 },
    { title: 'Role', tokens: 17 },
    { title: 'Common Tasks', tokens: 25, movesTo: 'a skill' },
  ]);
});

test('the dearest sections are moved first, and no more than are needed', () => {
  const items = [
    { title: 'Role', tokens: 900 },
    { title: 'a', tokens: 10, movesTo: 'a skill' as const },
    { title: 'b', tokens: 30, movesTo: 'a skill' as const },
    { title: 'c', tokens: 20, movesTo: 'a memory' as const },
  ];

  expect(whatToMove(items, 45).map(({ title }) => title)).toEqual(['b', 'c']);
  expect(whatToMove(items, 500).map(({ title }) => title)).toEqual(['b', 'c', 'a']);
  expect(whatToMove(items, 0)).toEqual([]);
});

test('the bill of a file says what its encoding is, and what its budget', async () => {
  const text = '---\npersona_token_budget: 5\nmodel: sonnet\n---\n\n## Testing\n\nI test.\n';

  const bill = await billFor('a.md', text, parseDocument(text));

  expect(billAsText(bill).split('\n')).toEqual([
    'a.md: 20 tokens (o200k_base, in place of that of sonnet, which is not public); the budget of its body is 5, and that costs 7',
    '      13  front matter',
    '       6  Testing (could be an instruction)',
  ]);
});
