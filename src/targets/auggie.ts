import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import { toolsIn } from '../rights/tool-names.ts';
import vocabulary from './vocabulary/auggie.json' with { type: 'json' };

// What Augment itself loads; the family of the seed is `augment`.
// https://docs.augmentcode.com/cli/subagents
// https://docs.augmentcode.com/cli/rules
// https://docs.augmentcode.com/cli/custom-commands
// https://docs.augmentcode.com/cli/skills

export default defineTarget({
  id: 'auggie',
  title: 'Augment (Auggie)',
  marks: ['.augment/agents', '.augment/rules'],
  vocabulary,
  homes: {
    agent: ({ persona, grant }) => ({
      path: `.augment/agents/${persona.id}.md`,
      head: {
        name: persona.id,
        description: persona.summary,
        model: persona.model['auggie'] ?? persona.model['augment'],
        tools: grant.tools,
      },
    }),
    instruction: ({ slug, summary, globs }) => ({
      path: `.augment/rules/${slug}.md`,
      head: { type: 'agent_requested', description: `${summary} Applies to ${globs.join(', ')}.` },
    }),
    memory: null,
    prompt: ({ slug, summary }) => ({
      path: `.augment/commands/${slug}.md`,
      head: { description: summary },
    }),
    skill: skillIn('.augment/skills'),
    spec: null,
  },
  why: {
    memory: 'Auggie loads no memory files; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    if (/(^|\/)\.augment\/agents\/[^/]+\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.augment\/rules\/.+\.mdx?$/.test(path)) return 'instruction';
    if (/(^|\/)\.augment\/commands\/[^/]+\.md$/.test(path)) return 'prompt';
    return undefined;
  },
  keys: {
    agent: {
      name: 'text!',
      description: 'text',
      color: 'text',
      model: 'text',
      tools: 'texts',
      disabled_tools: 'texts',
    },
    instruction: { type: 'text', description: 'text' },
    prompt: { description: 'text', 'argument-hint': 'any', model: 'text' },
  },
  effective: (head) => {
    const tools = toolsIn(head['tools']);
    const without = toolsIn(head['disabled_tools']) ?? [];
    if (tools === undefined)
      return {
        are: 'all',
        tools: [],
        because:
          without.length === 0
            ? 'Auggie reads no list as every tool'
            : 'Auggie reads no list as every tool but those of `disabled_tools`',
      };
    const left = tools.filter((tool) => !without.includes(tool));
    return left.length === 0
      ? { are: 'none', tools: [], because: 'nothing is left of the list' }
      : { are: 'exact', tools: left, because: 'the list names them' };
  },
  serverTool: (server, tool) => `${tool}_${server}`,
  wholeServer: () => undefined,
  servedAs: (name) => {
    const at = name.lastIndexOf('_');
    return at > 0 && /^[\w-]+$/.test(name)
      ? { server: name.slice(at + 1), tool: name.slice(0, at) }
      : undefined;
  },
  advisory: (persona) =>
    unheld(persona, {
      paths: 'a subagent has no list of paths; the text says it, and nothing enforces it',
      budget: 'a subagent has no budget; ours is counted before we write',
      handoffs: 'a subagent cannot start another; the text names them',
    }),
  description: { most: 1024 },
});
