import { expect, test } from 'vitest';
import { effectiveTools } from '../../src/rights/effective-tools.ts';
import { placeOf } from '../../src/place.ts';
import { targets } from '../../src/targets/index.ts';
import { agentOf, instructionOf, targetOf } from '../support/agent-of.ts';

// https://docs.augmentcode.com/cli/subagents
test('the architect becomes the agent file that the tool documents', async () => {
  const { path, head } = await agentOf('architect', 'auggie', { servers: ['serena'] });

  expect(path).toBe('.augment/agents/architect.md');
  expect(head).toEqual({
    name: 'architect',
    description:
      'Designs components, data and interfaces, and records why. Use when a decision crosses components or is costly to undo.',
    model: 'gpt-5.2',
    tools: [
      'view',
      'diagnostics',
      'codebase-retrieval',
      'find_symbol_serena',
      'find_referencing_symbols_serena',
      'get_symbols_overview_serena',
      'str-replace-editor',
      'save-file',
      'replace_symbol_body_serena',
      'web-search',
      'web-fetch',
      'render-mermaid',
      'read_memory_serena',
      'write_memory_serena',
    ],
  });
});

// https://docs.augmentcode.com/cli/rules
test('a convention becomes a rule that the agent asks for by its description', async () => {
  const { path, text } = await instructionOf('async-io', 'auggie');

  expect(path).toBe('.augment/rules/async-io.md');
  expect(text).toMatch(
    /^---\ntype: agent_requested\ndescription: "Nothing in async code blocks the event loop. Applies to \*\*\/\*.py."\n---\n/,
  );
});

test.each([
  ['no list is every tool', {}, 'all', []],
  ['a list is what it names', { tools: ['view', 'save-file'] }, 'exact', ['view', 'save-file']],
  [
    'what is disabled is not there, listed or not',
    { tools: ['view', 'save-file'], disabled_tools: ['save-file', 'web-fetch'] },
    'exact',
    ['view'],
  ],
  [
    'a list of which all is disabled is empty',
    { tools: ['view'], disabled_tools: ['view'] },
    'none',
    [],
  ],
] as const)('%s', (_, head, are, tools) => {
  expect(effectiveTools(head, targetOf('auggie'))).toMatchObject({ are, tools });
});

test('a rule of its own is no instruction of another tool, whatever it is called', () => {
  const at = (path: string) => {
    const place = placeOf(path, targets);
    return `${place?.target?.id} ${place?.kind}`;
  };

  expect(at('.augment/rules/tests.instructions.md')).toBe('auggie instruction');
  expect(at('docs/tests.instructions.md')).toBe('copilot instruction');
});
