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

test.each([
  ['.github/instructions/memory.instruction.md', '.github/instructions/memory.instructions.md'],
  ['.github/instructions/api/rules.md', '.github/instructions/api/rules.instructions.md'],
  ['.github/prompts/fix.md', '.github/prompts/fix.prompt.md'],
  ['.github/copilot/instructions.md', '.github/copilot-instructions.md'],
])('what is kept in %s is never read', (path, meant) => {
  const file = { path: '.github/agents/a.agent.md', text: `Keep it in \`${path}\`.\n` };
  expect(findings(check, file)).toMatchObject([
    { line: 1, column: 13, level: 'warning', mend: `Write \`${meant}\`.` },
  ]);
});

test.each([
  '.github/instructions/memory.instructions.md',
  '.github/instructions/<domain>.md',
  '.github/instructions/README.md',
  '.github/copilot-instructions.md',
  'docs/instructions/rules.md',
])('%s is read, or left open', (path) => {
  const file = { path: '.github/agents/a.agent.md', text: `Keep it in \`${path}\`.\n` };
  expect(findings(check, file)).toEqual([]);
});
