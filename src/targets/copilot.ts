import { capital } from '../words.ts';
import { hookForAll } from '../enforcement.ts';
import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import vocabulary from './vocabulary/copilot.json' with { type: 'json' };

// https://code.visualstudio.com/docs/copilot/customization/custom-agents
// https://docs.github.com/en/copilot/reference/custom-agents-configuration
// https://docs.github.com/en/copilot/reference/hooks-reference (2026-11-23)

export default defineTarget({
  id: 'copilot',
  title: 'GitHub Copilot',
  marks: [
    '.github/agents',
    '.github/instructions',
    '.github/prompts',
    '.github/chatmodes',
    '.github/copilot-instructions.md',
  ],
  isUsual: true,
  vocabulary: { ...vocabulary, known: [...vocabulary.known, ...vocabulary.aliases] },
  homes: {
    agent: ({ persona, grant, handoffs }) => ({
      path: `.github/agents/${persona.id}.agent.md`,
      head: {
        name: persona.title,
        description: persona.summary,
        tools: grant.tools,
        agents: grant.tools.includes('agent') ? handoffs.map(({ title }) => title) : undefined,
        model: persona.model['copilot'],
        handoffs:
          handoffs.length === 0
            ? undefined
            : handoffs.map(({ title, how, for: what }) => ({
                label: `${capital(how)} ${title}`,
                agent: title,
                prompt:
                  how === 'consult'
                    ? `Advise on ${what}, for the work above.`
                    : `Take over ${what}, from the work above.`,
                send: false,
              })),
      },
    }),
    instruction: ({ slug, summary, globs }) => ({
      path: `.github/instructions/${slug}.instructions.md`,
      head: { description: summary, applyTo: globs.join(',') },
    }),
    memory: null,
    prompt: ({ slug, summary, persona }) => ({
      path: `.github/prompts/${slug}.prompt.md`,
      head: { description: summary, agent: persona?.title ?? 'agent' },
    }),
    skill: skillIn('.github/skills'),
    spec: null,
  },
  why: {
    memory:
      'Copilot keeps its memory to itself; what the team learned belongs to the repository: .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    // In a folder of another tool the name of a file says less than the folder.
    if (/(^|\/)\.(?:augment|claude|cursor|windsurf)\/(?:agents|commands|rules)\//.test(path))
      return undefined;
    if (/\.agent\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.github\/agents\/(?!README\.md$)[^/]+\.md$/.test(path)) return 'agent';
    if (/\.chatmode\.md$/.test(path)) return 'agent';
    if (/\.instructions\.md$/.test(path)) return 'instruction';
    if (/\.prompt\.md$/.test(path)) return 'prompt';
    return undefined;
  },
  keys: {
    agent: {
      name: 'text',
      description: 'text!',
      'argument-hint': 'text',
      tools: 'text or texts',
      agents: 'text or texts',
      model: 'text or texts',
      'user-invocable': 'flag',
      'disable-model-invocation': 'flag',
      infer: 'any',
      target: 'text',
      'mcp-servers': 'map',
      github: 'map',
      metadata: 'map',
      handoffs: 'list',
      hooks: 'map',
      advancedOptions: 'map',
      skills: 'texts',
    },
    instruction: {
      name: 'text',
      description: 'text',
      applyTo: 'text or texts',
      excludeAgent: 'text or texts',
    },
    prompt: {
      name: 'text',
      description: 'text',
      'argument-hint': 'text',
      agent: 'text',
      model: 'text or texts',
      tools: 'text or texts',
    },
  },
  serverTool: (server, tool) => `${server}/${tool}`,
  wholeServer: (server) => `${server}/*`,
  // https://code.visualstudio.com/docs/copilot/reference/mcp-configuration
  mcp: {
    path: '.vscode/mcp.json',
    under: 'servers',
    refers: (name) => `\${input:${name}}`,
    asks: true,
  },
  advisory: (persona) =>
    unheld(persona, {
      paths:
        'a custom agent has no list of paths; the text says it (a hook holds it: `--guard-all`)',
      budget: 'a custom agent has no budget; ours is counted before we write',
    }),
  enforcement: {
    holdsPaths: true,
    // One that fails denies.
    everyone: ({ id }) =>
      hookForAll('.github/hooks/create-persona.json', id, 'copilot', (command) => ({
        type: 'command',
        command,
        cwd: '.',
        timeoutSec: 10,
      })),
  },
  description: { most: 1024 },
});
