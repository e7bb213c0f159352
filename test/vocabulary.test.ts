import { describe, expect, test } from 'vitest';
import { abilitiesOf } from '../src/rights/effective-tools.ts';
import { targets } from '../src/targets/index.ts';
import { judgeTool } from '../src/rights/tool-names.ts';
import { vocabularyOn } from '../src/vocabulary.ts';

const copilot = targets.find(({ id }) => id === 'copilot')!;
const on = (day: string) => ({ ...copilot, vocabulary: vocabularyOn(copilot.vocabulary, day) });

describe('a name is judged by its day', () => {
  test.each([
    ['before the rename the old name is a tool', 'editFiles', '2025-11-01', 'known'],
    ['on the day of the rename it has another name', 'editFiles', '2025-12-10', 'renamed'],
    ['before the rename the new name is none', 'execute/runInTerminal', '2025-11-01', 'unknown'],
    ['from that day on it is one', 'execute/runInTerminal', '2025-12-10', 'known'],
    ['a set that was taken out stood there before', 'runNotebooks', '2025-11-01', 'known'],
    ['and is gone afterwards', 'runNotebooks', '2026-01-01', 'gone'],
    ['what has no day was always gone', 'findTestFiles', '2025-01-01', 'gone'],
    ['what has no day was always there', 'search', '2025-01-01', 'known'],
    ['GitHub’s aliases are not VS Code’s to rename', 'execute', '2025-11-01', 'known'],
  ])('%s', (_, name, day, is) => {
    expect(judgeTool(name, on(day)).is).toBe(is);
  });
});

test('an old name brings what it brought then', () => {
  const { can, isCertain } = abilitiesOf({ tools: ['runCommands', 'editFiles'] }, on('2025-11-01'));

  expect([...can].sort()).toEqual(['draw', 'edit', 'execute', 'remember', 'test']);
  expect(isCertain).toBe(true);
});

test('today nothing is taken back', () => {
  const { asOf, later, ...then } = vocabularyOn(copilot.vocabulary, '2999-01-01');

  expect([asOf, later]).toEqual(['2999-01-01', {}]);
  expect({ ...then, asOf: copilot.vocabulary.asOf }).toEqual(copilot.vocabulary);
});

describe.each(targets)('the vocabulary of $id', ({ vocabulary }) => {
  test('names in its changes only what it has', () => {
    for (const { on: day, renamed = [], gone = [], came = [] } of vocabulary.changes ?? []) {
      expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(renamed.filter((name) => vocabulary.renamed[name] === undefined)).toEqual([]);
      expect(gone.filter((name) => !vocabulary.gone.includes(name))).toEqual([]);
      expect(came.filter((name) => !vocabulary.known.includes(name))).toEqual([]);
    }
  });
});
