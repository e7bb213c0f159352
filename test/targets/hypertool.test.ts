import { describe, expect, test } from 'vitest';
import { agentFile } from '../../src/compose/agent.ts';
import { agentOf, targetOf } from '../support/agent-of.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';

describe('hypertool', () => {
  // https://github.com/toolprint/hypertool-mcp/blob/main/guides/PERSONAS.md
  test('a persona becomes a pack whose toolset names each tool', async () => {
    const { path, head, losses } = await agentOf('backend-dev', 'hypertool', {
      can: ['read', 'search'],
      servers: ['serena', 'context7'],
    });

    expect(path).toBe('.hypertool/personas/backend-dev/persona.yaml');
    expect(head).toEqual({
      name: 'backend-dev',
      description:
        'Builds Python, FastAPI and async services with tests. Use when an endpoint, a model or a repository is added or changed.',
      toolsets: [
        {
          name: 'granted',
          toolIds: [
            'serena.find_symbol',
            'serena.find_referencing_symbols',
            'serena.get_symbols_overview',
          ],
        },
      ],
      defaultToolset: 'granted',
      version: '1.0',
    });
    expect(losses).toContainEqual({
      target: 'hypertool',
      what: 'server',
      name: 'context7',
      because: 'a toolset names each tool, and the names of its tools are not known here',
    });
  });

  test.each([
    ['those of the toolset, and no other', ['search'], ['serena', 'context7'], ['serena']],
    [
      'without a toolset those of the persona',
      ['web'],
      ['context7', 'gitmcp'],
      ['context7', 'gitmcp'],
    ],
    ['never one of which no tool is granted', ['web'], ['serena', 'context7'], ['context7']],
  ] as const)('its configuration starts %s', async (_, can, servers, started) => {
    const project = memoryTree({});
    const workspace = await openWorkspace('', { project, folder: 'demo' });
    const persona = { ...workspace.personas.get('backend-dev')!, can, servers };

    const { files } = agentFile(persona, targetOf('hypertool'), workspace, () => false);

    expect(files.map(({ path }) => path)).toEqual([
      '.hypertool/personas/backend-dev/persona.yaml',
      '.hypertool/personas/backend-dev/mcp.json',
    ]);
    expect(Object.keys(JSON.parse(files[1]!.text).mcpServers)).toEqual(started);
  });
});
