import { defineTarget } from '../target.ts';
import vocabulary from './vocabulary/augment.json' with { type: 'json' };

// The family of the seed: chat modes, instructions, memory and workflows under .augment/.
// Augment itself loads agents, rules and commands: https://docs.augmentcode.com/cli/subagents

export default defineTarget({
  id: 'augment',
  title: 'Augment',
  marks: ['.augment'],
  vocabulary,
  homes: {
    agent: ({ persona, grant }) => ({
      path: `.augment/chatmodes/${persona.id}.chatmode.md`,
      head: {
        description: persona.summary,
        tools: grant.tools,
        model: persona.model['augment'],
        hypertool_persona: persona.hypertool,
        persona_token_budget: persona.budget,
        tools_via_hypertool: persona.hypertool === undefined ? undefined : true,
        security: {
          restricted_paths: persona.paths.deny,
          allowed_mcp_servers: persona.servers,
        },
      },
    }),
    instruction: ({ slug, summary, globs }) => ({
      path: `.augment/instructions/${slug}.instructions.md`,
      head: { applyTo: globs.join(','), description: summary },
    }),
    memory: ({ file, head }) => ({ path: `.augment/memory/${file}`, head }),
    prompt: ({ slug }) => ({ path: `.augment/workflows/${slug}.prompt.md`, head: {} }),
    spec: null,
  },
  reads: (path) => {
    if (/(^|\/)\.augment\/chatmodes\/[^/]+\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.augment\/instructions\/[^/]+\.md$/.test(path)) return 'instruction';
    if (/(^|\/)\.augment\/memory\/.+\.memory\.md$/.test(path)) return 'memory';
    if (/(^|\/)\.augment\/workflows\/[^/]+\.prompt\.md$/.test(path)) return 'prompt';
    return undefined;
  },
  keys: {
    agent: {
      description: 'text!',
      tools: 'texts',
      model: 'text',
      hypertool_persona: 'text',
      persona_token_budget: 'number',
      tools_via_hypertool: 'flag',
      security: 'map',
    },
    instruction: {
      applyTo: 'text or texts!',
      description: 'text!',
      priority: 'text',
      category: 'text',
    },
    memory: { category: 'text', date: 'text', component: 'text', severity: 'text', tags: 'texts' },
  },
  serverTool: (server, tool) => `${tool}_${server.charAt(0).toUpperCase()}${server.slice(1)}`,
  wholeServer: () => undefined,
  advisory: ({ paths, budget }) => [
    ...paths.deny.map((glob) => ({
      what: 'paths' as const,
      name: glob,
      because: '`security.restricted_paths` is written, and Augment enforces it nowhere',
    })),
    {
      what: 'budget' as const,
      name: String(budget),
      because: '`persona_token_budget` is written, and no tool counts; ours does, before it writes',
    },
  ],
  description: { most: 1024 },
});
