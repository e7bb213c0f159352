import { scopedSection } from '../text/marked-section.ts';
import { defineTarget, type Mode, skillIn, specsElsewhere, unheld } from '../target.ts';
import { printToml, readToml } from '../text/toml.ts';
import vocabulary from './vocabulary/codex.json' with { type: 'json' };

// https://developers.openai.com/codex/subagents (custom agents)
// https://developers.openai.com/codex/guides/agents-md
// https://developers.openai.com/codex/skills

const reads = ['read', 'search'] as const;
const writes = [...reads, 'edit', 'execute', 'test', 'draw', 'remember'] as const;
const modes: readonly Mode[] = [
  { name: 'workspace-write, web_search', can: [...writes, 'web'], servers: 'all' },
  { name: 'workspace-write', can: writes, servers: 'all' },
  { name: 'read-only, web_search', can: [...reads, 'web'], servers: 'all' },
  { name: 'read-only', can: reads, servers: 'all' },
];

const skill = skillIn('.agents/skills');

export default defineTarget({
  id: 'codex',
  title: 'OpenAI Codex',
  marks: ['.codex'],
  vocabulary,
  homes: {
    // Whom no sandbox fits becomes a skill, which gives no rights.
    agent: ({ persona, grant: { mode }, body }) =>
      mode === undefined
        ? skill({ slug: persona.id, summary: persona.summary })
        : {
            path: `.codex/agents/${persona.id}.toml`,
            text: printToml({
              name: persona.id,
              description: persona.summary,
              model: persona.model['codex'],
              sandbox_mode: mode.name.split(',')[0],
              web_search: mode.can.includes('web') ? 'live' : 'disabled',
              developer_instructions: body,
            }),
          },
    instruction: (artifact) => scopedSection('AGENTS.md', artifact),
    memory: null,
    // Prompts are no longer read from a repository; a skill is what took their place.
    prompt: skill,
    skill,
    spec: null,
  },
  why: {
    memory: 'Codex keeps its memories to itself; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => (/(^|\/)\.codex\/agents\/[^/]+\.toml$/.test(path) ? 'agent' : undefined),
  keys: {
    agent: {
      name: 'text!',
      description: 'text!',
      developer_instructions: 'text!',
      nickname_candidates: 'texts',
      model: 'text',
      model_reasoning_effort: 'text',
      sandbox_mode: 'text',
      web_search: 'text',
      mcp_servers: 'map',
      skills: 'map',
    },
  },
  parse: (text) => readToml(text, 'developer_instructions'),
  effective: (head) => {
    const web = head['web_search'] === 'disabled' ? [] : (['web'] as const);
    const servers = 'all' as const;
    if (head['sandbox_mode'] === 'read-only')
      return {
        are: 'exact',
        tools: ['read-only'],
        can: [...reads, ...web],
        servers,
        because: 'the sandbox lets nothing be written',
      };
    if (head['sandbox_mode'] === 'workspace-write')
      return {
        are: 'exact',
        tools: ['workspace-write'],
        can: [...writes, ...web],
        servers,
        because: 'the sandbox ends at the workspace',
      };
    return {
      are: 'all',
      tools: [],
      servers,
      because: 'without `sandbox_mode` it has the sandbox of the session',
    };
  },
  modes,
  serverTool: (server, tool) => `mcp__${server}__${tool}`,
  wholeServer: () => undefined,
  advisory: (persona) => [
    ...unheld(persona, {
      paths: 'the sandbox ends at the workspace and knows no path in it; the text says it',
      budget: 'an agent has no budget; ours is counted before we write',
      handoffs: 'an agent starts no other; the text names them',
    }),
    // The pages of May 2026 let an agent have a sandbox of its own; in October agnix (CDX-SUB-002)
    // found in Codex's source that it has that of the session. What is not sure is a loss.
    {
      what: 'tools',
      name: 'sandbox_mode',
      because: 'newer versions give an agent the sandbox of the session: start that in this one',
      restricts: true,
    },
  ],
  description: { most: 1024 },
});
