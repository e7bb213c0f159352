import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { rightsOf } from '../../src/rights/effective-tools.ts';
import { agentOf, targetOf } from '../support/agent-of.ts';

// https://developers.openai.com/codex/subagents
test('the architect becomes the agent file that the tool documents', async () => {
  const { path, text, body } = await agentOf('architect', 'codex');

  expect(path).toBe('.codex/agents/architect.toml');
  expect(parse(text)).toEqual({
    name: 'architect',
    description:
      'Designs components, data and interfaces, and records why. Use when a decision crosses components or is costly to undo.',
    sandbox_mode: 'read-only',
    web_search: 'live',
    developer_instructions: body,
  });
  expect(body).toMatch(/^# System Architect\n/);
});

describe('the widest sandbox that gives nothing which the persona has not', () => {
  test.each([
    [['read', 'search'], 'read-only', 'disabled'],
    [['read', 'search', 'edit'], 'read-only', 'disabled'],
    [['read', 'search', 'execute', 'web'], 'read-only', 'live'],
    [['read', 'search', 'edit', 'execute'], 'workspace-write', 'disabled'],
    [['read', 'search', 'edit', 'execute', 'web'], 'workspace-write', 'live'],
  ] as const)('%j is %s, web %s', async (can, sandbox, web) => {
    const { head } = await agentOf('backend-dev', 'codex', { can });
    expect(head).toMatchObject({ sandbox_mode: sandbox, web_search: web });
  });

  test('who may not even read becomes a skill, which gives no rights', async () => {
    const { path } = await agentOf('backend-dev', 'codex', { can: ['web'] });
    expect(path).toBe('.agents/skills/backend-dev/SKILL.md');
  });
});

test.each([
  ['a sandbox that is not named is that of the session', 'name = "a"', 'all'],
  ['a sandbox without an end is everything', 'sandbox_mode = "danger-full-access"', 'all'],
  [
    'a workspace is all but the web',
    'sandbox_mode = "workspace-write"\nweb_search = "disabled"',
    'exact',
  ],
])('%s', (_, text, are) => {
  const rights = rightsOf('.codex/agents/a.toml', text, targetOf('codex'));

  expect(rights.effective.are).toBe(are);
  expect(rights.can.has('web')).toBe(are === 'all');
  expect(rights.servers).toBe('all');
});
