import { expect, test } from 'vitest';
import { rightsOf } from '../../src/rights/effective-tools.ts';
import { agentOf, instructionOf, targetOf } from '../support/agent-of.ts';

// https://cursor.com/docs/agent/subagents
test('who reads and searches and knows the web becomes a subagent that changes nothing', async () => {
  const { path, head, losses } = await agentOf('architect', 'cursor');

  expect(path).toBe('.cursor/agents/architect.md');
  expect(head).toEqual({
    name: 'architect',
    description:
      'Designs components, data and interfaces, and records why. Use when a decision crosses components or is costly to undo.',
    model: 'inherit',
    readonly: true,
  });
  expect(losses.filter(({ what }) => what === 'capability').map(({ name }) => name)).toEqual([
    'edit',
    'draw',
    'remember',
  ]);
});

// https://cursor.com/docs/context/rules
test('whom no mode of a subagent fits becomes a rule, and the loss table says what is not withheld', async () => {
  const { path, text, losses } = await agentOf('backend-dev', 'cursor');

  expect(path).toBe('.cursor/rules/backend-dev.mdc');
  expect(text).toMatch(/^---\ndescription: ".+"\nalwaysApply: false\n---\n\n# Backend Developer\n/);
  expect(losses).toContainEqual({
    target: 'cursor',
    what: 'tools',
    name: 'web',
    because: 'Cursor has nothing that withholds it',
    restricts: true,
  });
});

test('the globs of a rule stand as Cursor reads them, without quotes', async () => {
  const { path, text } = await instructionOf('arrange-act-assert', 'cursor');

  expect(path).toBe('.cursor/rules/arrange-act-assert.mdc');
  expect(text).toMatch(/^globs: \*\*\/tests\/\*\*\/\*\.py,\*\*\/test_\*\.py$/m);
  expect(targetOf('cursor').parse!(text, path)?.head).toEqual({
    description: 'A test has three named steps, once each.',
    globs: '**/tests/**/*.py,**/test_*.py',
    alwaysApply: false,
  });
});

test.each([
  ['readonly leaves no server', 'readonly: true', ['read', 'search', 'web'], []],
  [
    'anything else is everything',
    'readonly: false',
    expect.arrayContaining(['edit', 'execute']),
    'all',
  ],
] as const)('%s', (_, line, can, servers) => {
  const text = `---\nname: a\ndescription: a\n${line}\n---\n\nWork.\n`;

  const rights = rightsOf('.cursor/agents/a.md', text, targetOf('cursor'));

  expect([...rights.can]).toEqual(can);
  expect(rights.servers).toEqual(servers);
});
