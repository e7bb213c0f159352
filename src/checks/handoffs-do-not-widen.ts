import type { Capability } from '../capability.ts';
import { defineCheck } from '../check.ts';
import { handoffGraph } from '../agents/handoff-graph.ts';
import { placeInHead } from '../head-place.ts';
import { isGranted, toolsIn } from '../rights/tool-names.ts';

export default defineCheck({
  name: 'handoffs-do-not-widen',
  level: 'warning',
  why: 'An agent that may not edit and may start one that can is an agent that edits. Where a person presses the button that is a decision; where nobody is asked it is a hole.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: a\ntools: [read, agent]\nagents: [b]\n---\n\nI plan.\n',
  },
  bad: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: a\ntools: [read]\nagents: [b]\n---\n\nI plan.\n',
  },

  *remarks(file, context) {
    const { head } = file.document;
    const { target } = file.place;
    const { nodes, edges } = handoffGraph(context);
    const node = nodes.find(({ path }) => path === file.path);
    if (node === undefined || target === undefined) return;

    const listed = toolsIn(head['agents']) ?? [];
    const tools = toolsIn(head['tools']);
    // https://code.visualstudio.com/docs/copilot/customization/custom-agents: `agents` needs the tool `agent`
    const isMute =
      target.id === 'copilot' &&
      listed.length > 0 &&
      tools !== undefined &&
      !isGranted('agent', tools, target) &&
      !isGranted('agent/runSubagent', tools, target) &&
      !tools.some((tool) => /^(task|custom-agent)$/i.test(tool));
    if (isMute) {
      yield {
        ...placeInHead(file, ['agents']),
        says: 'It names agents that it may start, and has no tool to start any.',
        mend: 'Add `agent` to `tools`, or take `agents` out.',
      };
    }

    if (!node.abilities.isCertain) return;
    for (const { from, to, called, verb } of edges) {
      if (from !== node || to === undefined || (verb !== 'start' && verb !== 'send')) continue;
      const more = guarded.filter(
        (each) => to.abilities.can.has(each) && !node.abilities.can.has(each),
      );
      if (more.length === 0 || isMute) continue;
      const key = verb === 'send' ? 'handoffs' : listed.includes(called) ? 'agents' : 'tools';
      yield {
        ...placeInHead(file, [key], called),
        says: `It cannot ${more.join(' or ')}, and may have ${to.name} do so without anybody being asked.`,
        mend:
          verb === 'send'
            ? 'Write `send: false`, so that a person decides.'
            : 'Offer it as a hand-off that a person chooses, or grant the right openly.',
      };
    }
  },
});

/** Rights that change something. */
const guarded: readonly Capability[] = ['edit', 'execute'];
