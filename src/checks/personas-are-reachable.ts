import { defineCheck } from '../check.ts';
import { type Edge, handoffGraph, type Node } from '../agents/handoff-graph.ts';
import { placeInHead } from '../head-place.ts';

export default defineCheck({
  name: 'personas-are-reachable',
  level: 'warning',
  why: 'An agent that nobody can choose and nobody hands work to never speaks. One that hands its work round in a circle, unasked, never stops.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: a\nuser-invocable: false\n---\n\nI am started by others.\n',
  },
  bad: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: a\nuser-invocable: false\ndisable-model-invocation: true\n---\n\nI am started by nobody.\n',
  },

  *remarks(file, context) {
    const { nodes, edges } = handoffGraph(context);
    const node = nodes.find(({ path }) => path === file.path);
    if (node === undefined) return;
    const isCalled = edges.some(({ to }) => to === node);

    // https://code.visualstudio.com/docs/copilot/customization/custom-agents
    if (!node.isOffered && !isCalled && !node.isStarted) {
      yield {
        ...placeInHead(file, ['user-invocable']),
        says: 'No person can choose this agent, no agent may start it, and nobody hands off to it.',
        mend: 'Take out `user-invocable: false` or `disable-model-invocation: true`, or hand off to it.',
      };
    } else if (!isCalled && isFamily(node, nodes, edges)) {
      yield {
        level: 'info',
        says: 'The other agents here hand work to each other, and none of them to this one.',
        mend: 'Name it where its work comes up, or leave it to be chosen by a person.',
      };
    }

    const round = circle(node, edges);
    if (round === undefined) return;
    yield {
      level: 'info',
      ...placeInHead(file, ['handoffs']),
      says: `The hand-offs go round without anybody being asked: ${round.join(' → ')}.`,
      mend: 'Write `send: false` in one of them, so that a person says when it is done.',
    };
  },
});

/** Three or more of one folder, of which all the others are called by somebody. */
function isFamily(node: Node, nodes: readonly Node[], edges: readonly Edge[]): boolean {
  const folder = node.path.slice(0, node.path.lastIndexOf('/'));
  const others = nodes.filter(
    ({ path }) => path !== node.path && path.slice(0, path.lastIndexOf('/')) === folder,
  );
  return (
    others.length > 1 &&
    others.length < 30 &&
    others.every((other) => edges.some(({ to }) => to === other))
  );
}

/** The way back to where it began over hand-offs that are sent by themselves, if there is one. */
function circle(start: Node, edges: readonly Edge[]): readonly string[] | undefined {
  const seen = new Set<Node>();
  const walk = (node: Node, way: readonly string[]): readonly string[] | undefined => {
    for (const { from, to, verb } of edges) {
      if (from !== node || verb !== 'send' || to === undefined) continue;
      if (to === start) return [...way, to.name];
      if (seen.has(to)) continue;
      seen.add(to);
      const found = walk(to, [...way, to.name]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(start, [start.name]);
}
