import { scopedSection } from '../text/marked-section.ts';
import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import { printToml, readToml } from '../text/toml.ts';
import vocabulary from './vocabulary/gemini.json' with { type: 'json' };

// https://geminicli.com/docs/core/subagents
// https://geminicli.com/docs/cli/gemini-md
// https://geminicli.com/docs/cli/custom-commands

export default defineTarget({
  id: 'gemini',
  title: 'Gemini CLI',
  marks: ['.gemini', 'GEMINI.md'],
  vocabulary,
  homes: {
    agent: ({ persona, grant }) => ({
      path: `.gemini/agents/${persona.id}.md`,
      head: {
        name: persona.id,
        description: persona.summary,
        kind: 'local',
        tools: grant.tools,
        model: persona.model['gemini'],
      },
    }),
    instruction: (artifact) => scopedSection('GEMINI.md', artifact),
    memory: null,
    prompt: ({ slug, summary, body }) => ({
      path: `.gemini/commands/${slug}.toml`,
      text: printToml({ description: summary, prompt: body }),
    }),
    skill: skillIn('.agents/skills'),
    spec: null,
  },
  why: {
    memory: 'GEMINI.md is read every time; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    if (/(^|\/)\.gemini\/agents\/[^/]+\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.gemini\/commands\/.+\.toml$/.test(path)) return 'prompt';
    if (/(^|\/)GEMINI\.md$/.test(path)) return 'instruction';
    return undefined;
  },
  keys: {
    agent: {
      name: 'text!',
      description: 'text!',
      kind: 'text',
      tools: 'texts',
      mcpServers: 'map',
      model: 'text',
      temperature: 'number',
      max_turns: 'number',
      timeout_mins: 'number',
    },
  },
  parse: (text, path) => (path.endsWith('.toml') ? readToml(text, 'prompt') : undefined),
  serverTool: (server, tool) => `mcp_${server}_${tool}`,
  wholeServer: (server) => `mcp_${server}_*`,
  // A server's name may have hyphens and no underscore: then its end is the next underscore.
  servedAs: (name) => {
    const [, server, tool] = /^mcp_([^_]+)_(.+)$/.exec(name) ?? [];
    return server === undefined ? undefined : { server, tool: tool! };
  },
  advisory: (persona) =>
    unheld(persona, {
      paths: 'a subagent has no list of paths; the text says it, and nothing enforces it',
      budget: 'a subagent has no budget; ours is counted before we write',
      handoffs: 'a subagent cannot start another; the text names them',
    }),
  description: { most: 1024 },
});
