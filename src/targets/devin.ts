import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import { bareTool, toolsIn } from '../rights/tool-names.ts';
import vocabulary from './vocabulary/devin.json' with { type: 'json' };

// https://docs.devin.ai/cli/subagents
// https://docs.devin.ai/cli/reference/permissions
// https://docs.devin.ai/cli/extensibility/rules
// https://docs.devin.ai/cli/extensibility/skills/creating-skills

const skill = skillIn('.devin/skills');

export default defineTarget({
  id: 'devin',
  title: 'Devin Desktop',
  marks: ['.devin'],
  vocabulary,
  homes: {
    agent: ({ persona, grant }) => ({
      path: `.devin/agents/${persona.id}/AGENT.md`,
      head: {
        name: persona.id,
        description: persona.summary,
        model: persona.model['devin'],
        'allowed-tools': grant.tools,
        permissions:
          persona.paths.deny.length === 0
            ? undefined
            : { deny: persona.paths.deny.map((glob) => `Write(${glob})`) },
      },
    }),
    instruction: ({ slug, summary, globs }) => ({
      path: `.devin/rules/${slug}.md`,
      head: { trigger: 'glob', globs: globs.join(','), description: summary },
    }),
    memory: null,
    // A workflow of Windsurf is a skill here.
    prompt: skill,
    skill,
    spec: null,
  },
  why: {
    memory:
      'Devin keeps its knowledge to itself; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    if (/(^|\/)\.devin\/agents\/[^/]+\/AGENT\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.devin\/rules\/[^/]+\.md$/.test(path)) return 'instruction';
    return undefined;
  },
  keys: {
    agent: {
      name: 'text',
      description: 'text',
      model: 'text',
      'allowed-tools': 'texts',
      permissions: 'map',
      'max-nesting': 'number',
    },
    instruction: { trigger: 'text', globs: 'text', description: 'text' },
  },
  effective: (head) => {
    const tools = toolsIn(head['allowed-tools']);
    const { deny } = (head['permissions'] ?? {}) as { deny?: unknown };
    // `exec` in the list takes the tool away; `Write(glob)` only what the glob says.
    const without = (toolsIn(deny) ?? []).filter((rule) => bareTool(rule) === rule);
    if (tools === undefined)
      return { are: 'all', tools: [], because: 'Devin reads no list as every tool' };
    const left = tools.filter((tool) => !without.includes(tool));
    return left.length === 0
      ? { are: 'none', tools: [], because: 'nothing is left of the list' }
      : { are: 'exact', tools: left, because: 'the list names them' };
  },
  serverTool: (server, tool) => `mcp__${server}__${tool}`,
  wholeServer: (server) => `mcp__${server}__*`,
  advisory: (persona) => [
    ...unheld(persona, {
      budget: 'an agent has no budget; ours is counted before we write',
      handoffs: 'an agent has no hand-offs; the text names them',
    }),
    ...(persona.can.includes('execute')
      ? persona.paths.deny.map((glob) => ({
          what: 'paths' as const,
          name: glob,
          because:
            '`permissions.deny` holds its editor, and a command of its shell can still write',
        }))
      : []),
  ],
  description: { most: 1024 },
});
