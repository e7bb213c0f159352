import { type Capability, capabilityNames } from '../capability.ts';
import { defineTarget, specsElsewhere, unheld } from '../target.ts';
import type { Vocabulary } from '../vocabulary.ts';
import vocabulary from './vocabulary/augment.json' with { type: 'json' };

// The family of the seed: chat modes, instructions, memory and workflows under .augment/.
// Permissions: https://docs.augmentcode.com/cli/permissions (2026-11-23)
// Augment itself loads agents, rules and commands: https://docs.augmentcode.com/cli/subagents

const toolsOf = (capability: Capability) => {
  const capabilities: Vocabulary['capabilities'] = vocabulary.capabilities;
  return Object.keys(capabilities[capability]?.tools ?? {});
};

export default defineTarget({
  id: 'augment',
  title: 'Augment',
  marks: ['.augment'],
  isUsual: true,
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
    skill: null,
    spec: null,
  },
  why: {
    skill: 'The family of the seed has no skills.',
    spec: specsElsewhere,
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
  advisory: (persona) =>
    unheld(persona, {
      paths: '`security.restricted_paths` is written, and Augment enforces it nowhere',
      budget: '`persona_token_budget` is written, and no tool counts; ours does, before it writes',
    }),
  enforcement: {
    // Its permissions know tools and command lines, and no paths. The first rule that fits decides.
    holdsPaths: false,
    everyone: ({ can }) =>
      capabilityNames
        .filter((capability) => !can.includes(capability))
        .flatMap((capability) => toolsOf(capability))
        .map((toolName) => ({
          path: '.augment/settings.json',
          list: ['toolPermissions'],
          item: { toolName, permission: { type: 'deny' } },
          isFirst: true,
        })),
  },
  description: { most: 1024 },
});
