import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parseDocument } from '../../src/front-matter.ts';
import { lostLines } from '../../src/intake/nothing-lost.ts';
import { from } from '../../src/intake/source.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { roundTrip } from '../support/import.ts';

beforeAll(loadTokenizer);

const source = from('a.md', '---\nname: a\n---\n\n# One\n\n- two\n- three\n');

test('a line that is in nothing that was made is told with its number', () => {
  const told = lostLines(source, {
    personas: [{ id: 'a', path: 'a.md', head: {}, colleagues: [], body: '# One\n\n- three\n' }],
    changes: [],
  });

  expect(told.map(({ line, what }) => `${line} ${what}`)).toEqual(['7 `- two`']);
});

test('of a file that is told as a whole no line is told again', () => {
  const whole = {
    how: 'lost',
    path: 'a.md',
    line: 1,
    what: 'the whole file, 9 lines',
    because: '',
  } as const;

  expect(lostLines(source, { changes: [whole] })).toEqual([]);
});

/** Lines as they stand in agent files, and some that only somebody who means harm writes. */
const line = fc.oneof(
  fc.constantFrom(
    '# A',
    '## What I do',
    '- one',
    '  - two',
    '```python',
    '```',
    '---',
    '{{project}}',
    '{{{x}}}',
    '<!-- a -->',
    '| a | b |',
    '- **QA:** tests (consult qa-engineer)',
    '',
    '    code',
    '❌ no',
    '~~~',
  ),
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[\n\r\0\ufeff]/g, ' ')),
);

test('whatever stands in an agent, the same stands in what is written for its tool', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
      const body = `Text.\n${lines.join('\n')}\n`;
      const head =
        '---\nname: baker\ndescription: Bakes bread. Use when it is eaten up.\ntools: Read\n---\n\n';

      const { text } = await roundTrip('.claude/agents/baker.md', head + body, 'claude');

      const { source: read } = await import('../../src/intake/source.ts').then(({ sourceOf }) =>
        sourceOf('x.md', Buffer.from(head + body)),
      );
      expect(parseDocument(text).body).toBe(read.document.body);
    }),
    { numRuns: 60 },
  );
}, 60_000);
