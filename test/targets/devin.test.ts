import { expect, test } from 'vitest';
import { rightsOf } from '../../src/rights/effective-tools.ts';
import { agentOf, instructionOf, targetOf } from '../support/agent-of.ts';

// https://docs.devin.ai/cli/subagents and https://docs.devin.ai/cli/reference/permissions
test('a persona becomes the agent file that the tool documents, with its denied paths', async () => {
  const { path, head } = await agentOf('backend-dev', 'devin', { servers: ['context7'] });

  expect(path).toBe('.devin/agents/backend-dev/AGENT.md');
  expect(head).toEqual({
    name: 'backend-dev',
    description:
      'Builds Python, FastAPI and async services with tests. Use when an endpoint, a model or a repository is added or changed.',
    'allowed-tools': ['read', 'grep', 'glob', 'edit', 'write', 'exec', 'mcp__context7__*'],
    permissions: {
      deny: ['Write(**/frontend/**)', 'Write(**/node_modules/**)', 'Write(**/.venv/**)'],
    },
  });
});

test('the web has no tool that the documentation names, and is a loss', async () => {
  const { losses } = await agentOf('architect', 'devin');

  expect(losses.filter(({ what }) => what === 'capability').map(({ name }) => name)).toEqual([
    'web',
  ]);
});

test('a convention is a rule for the files that match', async () => {
  const { path, text } = await instructionOf('arrange-act-assert', 'devin');

  expect(path).toBe('.devin/rules/arrange-act-assert.md');
  expect(text).toMatch(
    /^---\ntrigger: glob\nglobs: "\*\*\/tests\/\*\*\/\*\.py,\*\*\/test_\*\.py"\n/,
  );
});

test('a tool that is denied whole is not there; one that is denied for some files is', () => {
  const text =
    '---\nname: a\nallowed-tools: [read, edit, exec]\npermissions:\n  deny:\n    - exec\n    - "Write(src/**)"\n---\n\nWork.\n';

  const rights = rightsOf('.devin/agents/a/AGENT.md', text, targetOf('devin'));

  expect(rights.effective.tools).toEqual(['read', 'edit']);
  expect(rights.can.has('execute')).toBe(false);
});
