import { expect, test } from 'vitest';
import { rightsOf } from '../../src/rights/effective-tools.ts';
import { agentOf, instructionOf, targetOf } from '../support/agent-of.ts';

// https://kiro.dev/docs/cli/v3/agent-config/
test('a persona becomes the agent file that the tool documents, with its denied paths', async () => {
  const { path, head } = await agentOf('backend-dev', 'kiro', { servers: ['context7'] });

  expect(path).toBe('.kiro/agents/backend-dev.md');
  expect(head).toEqual({
    name: 'backend-dev',
    description:
      'Builds Python, FastAPI and async services with tests. Use when an endpoint, a model or a repository is added or changed.',
    tools: ['read', 'write', 'shell', '@context7'],
    permissions: {
      rules: [
        {
          capability: 'fs_write',
          effect: 'deny',
          match: ['**/frontend/**', '**/node_modules/**', '**/.venv/**'],
        },
      ],
    },
  });
});

test('who may read and not search is not given the tool that does both', async () => {
  const { head, losses } = await agentOf('backend-dev', 'kiro', {
    can: ['read', 'web'],
    servers: [],
  });

  expect(head['tools']).toEqual(['web']);
  expect(losses).toContainEqual({
    target: 'kiro',
    what: 'capability',
    name: 'read',
    because: 'in Kiro the same tools bring `search`, which the persona does not have',
  });
});

// https://kiro.dev/docs/steering/
test('a convention is steering for the files that match', async () => {
  const { path, text } = await instructionOf('async-io', 'kiro');

  expect(path).toBe('.kiro/steering/async-io.md');
  expect(text).toMatch(
    /^---\ninclusion: fileMatch\nfileMatchPattern:\n {2}- "\*\*\/\*\.py"\n---\n/,
  );
});

test('an agent in JSON is read like one in Markdown', () => {
  const text = JSON.stringify({
    name: 'a',
    prompt: 'Work.',
    tools: ['read', '@serena/find_symbol'],
  });

  const rights = rightsOf('.kiro/agents/a.json', text, targetOf('kiro'));

  expect([...rights.can].sort()).toEqual(['read', 'search']);
  expect(rights.servers).toEqual(['serena']);
});
