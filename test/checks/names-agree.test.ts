import { expect, test } from 'vitest';
import check from '../../src/checks/names-agree.ts';
import { claude, findings, marks } from '../support/checks.ts';

const memory = (path: string, head: string) => ({
  path: `.augment/memory/${path}`,
  text: `---\n${head}\n---\n\nText.\n`,
});

test.each([
  [
    'a name with which Gemini CLI does not load it',
    { path: '.gemini/agents/tester.md', text: '---\nname: The Tester\n---\n' },
    ['error 2:7'],
  ],
  [
    'a name that it loads',
    { path: '.gemini/agents/tester.md', text: '---\nname: tester_2\n---\n' },
    [],
  ],
  ['a name that Claude Code can call', claude('---\nname: tester\n---\n'), []],
  ['another name than the file', claude('---\nname: reviewer\n---\n'), ['info 2:7']],
  ['a name with capitals and blanks', claude('---\nname: "Tester One"\n---\n'), ['warning 2:8']],
  [
    'a display name is welcome in Copilot',
    { path: '.github/agents/a.agent.md', text: '---\nname: Tester One\n---\n' },
    [],
  ],
  [
    'an ending given twice',
    { path: '.github/agents/a.agent.agent.md', text: 'Text.\n' },
    ['error 1:1'],
  ],
  [
    'an ending given twice for instructions',
    { path: 'a.instructions.instructions.md', text: 'Text.\n' },
    ['error 1:1'],
  ],
  [
    'a file name with a blank',
    { path: '.github/agents/a b.agent.md', text: 'Text.\n' },
    ['warning 1:1'],
  ],
  [
    'a persona whose file is called otherwise',
    { path: '.persona/personas/a.md', text: '---\nid: b\n---\n' },
    ['error 2:5'],
  ],
  [
    'a memory of its day and folder',
    memory(
      'successful-patterns/a-2026-01-02.memory.md',
      'category: successful-patterns\ndate: 2026-01-02',
    ),
    [],
  ],
  [
    'a memory of another day',
    memory('successful-patterns/a-2026-01-02.memory.md', 'date: 2026-01-03'),
    ['error 2:7'],
  ],
  [
    'a memory in another folder',
    memory('successful-patterns/a-2026-01-02.memory.md', 'category: architectural-decisions'),
    ['error 2:11'],
  ],
  [
    'a topical memory has no folder and no day',
    memory('testing-patterns.memory.md', 'category: anything\ndate: 2026-01-02'),
    [],
  ],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('says what to rename it to', () => {
  expect(findings(check, { path: '.github/agents/a.agent.agent.md', text: '' })[0]?.mend).toBe(
    'Rename it to `a.agent.md`.',
  );
});
