import { expect, test } from 'vitest';
import { rightsOf } from '../../src/rights/effective-tools.ts';
import { agentOf, instructionOf, targetOf } from '../support/agent-of.ts';

// https://geminicli.com/docs/core/subagents
test('the architect becomes the agent file that the tool documents', async () => {
  const { path, head } = await agentOf('architect', 'gemini', { servers: ['context7', 'serena'] });

  expect(path).toBe('.gemini/agents/architect.md');
  expect(head).toEqual({
    name: 'architect',
    description:
      'Designs components, data and interfaces, and records why. Use when a decision crosses components or is costly to undo.',
    kind: 'local',
    tools: [
      'read_file',
      'read_many_files',
      'grep_search',
      'glob',
      'list_directory',
      'mcp_serena_find_symbol',
      'mcp_serena_find_referencing_symbols',
      'mcp_serena_get_symbols_overview',
      'replace',
      'write_file',
      'mcp_serena_replace_symbol_body',
      'google_web_search',
      'web_fetch',
      'mcp_serena_read_memory',
      'mcp_serena_write_memory',
      'mcp_context7_*',
    ],
  });
});

test('a convention is a section of GEMINI.md', async () => {
  const { path, text } = await instructionOf('async-io', 'gemini');

  expect(path).toBe('GEMINI.md');
  expect(text).toContain('## Async I/O\n');
});

test.each([
  ['a list', 'tools: [read_file, replace]', ['edit', 'read', 'remember', 'draw'], []],
  ['a server', 'tools: ["mcp_serena_find_symbol"]', ['search'], ['serena']],
  ['a server with hyphens', 'tools: ["mcp_sequential-thinking_*"]', [], ['sequential-thinking']],
])('%s is read back', (_, line, can, servers) => {
  const text = `---\nname: a\ndescription: a\n${line}\n---\n\nWork.\n`;

  const rights = rightsOf('.gemini/agents/a.md', text, targetOf('gemini'));

  expect([...rights.can].sort()).toEqual(can.sort());
  expect(rights.servers).toEqual(servers);
});
