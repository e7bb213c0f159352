import type { Graph } from './handoff-graph.ts';
import { idOf } from '../text/handoffs-in-text.ts';

/** https://mermaid.js.org/syntax/flowchart.html */
export function graphAsMermaid({ nodes, edges }: Graph): string {
  const key = new Map(nodes.map((node, index) => [node.path, `a${index}`]));
  const rows = new Set<string>();
  for (const { from, to, called, verb } of edges) {
    const end =
      to === undefined ? `x_${idOf(called).replaceAll('-', '_')}["${called} ?"]` : key.get(to.path);
    rows.add(`  ${key.get(from.path)} -->|${verb}| ${end}`);
  }
  const named = nodes.map(({ path, name }) => `  ${key.get(path)}["${name.replaceAll('"', "'")}"]`);
  return ['flowchart LR', ...named, ...rows, ''].join('\n');
}

export const graphAsJson = ({ nodes, edges }: Graph): string =>
  JSON.stringify(
    {
      nodes: nodes.map(({ path, target, id, name, abilities: { can } }) => ({
        path,
        target,
        id,
        name,
        can: [...can],
      })),
      edges: edges.map(({ from, to, called, verb, line }) => ({
        from: from.path,
        to: to?.path ?? null,
        called,
        verb,
        line,
      })),
    },
    undefined,
    2,
  );
