import { expect, test } from 'vitest';
import { handoffGraph } from '../src/agents/handoff-graph.ts';
import { graphAsJson, graphAsMermaid } from '../src/agents/print-graph.ts';
import { targets } from '../src/targets/index.ts';
import { memoryTree } from '../src/tree.ts';

const graph = handoffGraph({
  targets,
  tree: memoryTree({
    '.claude/agents/builder.md':
      '---\nname: builder\ntools: Read, Edit, Agent(tester)\n---\n- Deployments (delegate to DevOps)\n- Tests (consult `tester`)\n',
    '.claude/agents/tester.md': '---\nname: tester\ntools: Read\n---\nI test.\n',
  }),
});

test('a graph as Mermaid shows who is not there', () => {
  expect(graphAsMermaid(graph)).toBe(
    [
      'flowchart LR',
      '  a0["builder"]',
      '  a1["tester"]',
      '  a0 -->|start| a1',
      '  a0 -->|delegate| x_dev_ops["DevOps ?"]',
      '  a0 -->|consult| a1',
      '',
    ].join('\n'),
  );
});

test('a graph as JSON names files, lines and rights', () => {
  const { nodes, edges } = JSON.parse(graphAsJson(graph));
  expect(nodes[1]).toEqual({
    path: '.claude/agents/tester.md',
    target: 'claude',
    id: 'tester',
    name: 'tester',
    can: ['read'],
  });
  expect(edges[1]).toEqual({
    from: '.claude/agents/builder.md',
    to: null,
    called: 'DevOps',
    verb: 'delegate',
    line: 5,
  });
});
