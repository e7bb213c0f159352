import { expect, test } from 'vitest';
import check from '../../src/checks/place-is-read.ts';
import { findings } from '../support/checks.ts';

test.each([
  ['.augment/chatmodes/a.chatmode.md', 'info', '`.augment/agents/a.md`'],
  ['.augment/instructions/a.instructions.md', 'info', '`.augment/rules/a.md`'],
  ['.augment/workflows/a.prompt.md', 'info', '`.augment/commands/a.md`'],
  ['.github/chatmodes/a.chatmode.md', 'warning', '`.github/agents/a.agent.md`'],
  ['docs/a.chatmode.md', 'warning', '`.github/agents/a.agent.md`'],
])('%s is read by no editor', (path, level, twin) => {
  const found = findings(check, { path, text: 'Text.\n' });
  expect(found).toMatchObject([{ line: 1, level, mend: expect.stringContaining(twin) }]);
});

test.each(['.augment/memory/a.memory.md', '.github/agents/a.agent.md', '.claude/agents/a.md'])(
  '%s is in its place',
  (path) => {
    expect(findings(check, { path, text: 'Text.\n' })).toEqual([]);
  },
);
