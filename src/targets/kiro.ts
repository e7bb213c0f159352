import { defineTarget, skillIn, unheld } from '../target.ts';
import vocabulary from './vocabulary/kiro.json' with { type: 'json' };

// https://kiro.dev/docs/cli/v3/agent-config/ (the IDE since 1.0 and the CLI since 3.0 read the same)
// https://kiro.dev/docs/permissions/
// https://kiro.dev/docs/steering/

const skill = skillIn('.kiro/skills');

export default defineTarget({
  id: 'kiro',
  title: 'Kiro',
  marks: ['.kiro'],
  vocabulary,
  homes: {
    agent: ({ persona, grant }) => ({
      path: `.kiro/agents/${persona.id}.md`,
      head: {
        name: persona.id,
        description: persona.summary,
        model: persona.model['kiro'],
        tools: grant.tools,
        permissions:
          persona.paths.deny.length === 0
            ? undefined
            : {
                rules: [{ capability: 'fs_write', effect: 'deny', match: persona.paths.deny }],
              },
      },
    }),
    instruction: ({ slug, globs }) => ({
      path: `.kiro/steering/${slug}.md`,
      head: { inclusion: 'fileMatch', fileMatchPattern: globs },
    }),
    memory: null,
    prompt: skill,
    skill,
    spec: null,
  },
  why: {
    memory: 'Steering files are read every time; what the team learned stands in .persona/memory/.',
    spec: 'A spec of Kiro is three files that it writes itself; ours stands in specs/.',
  },
  reads: (path) => {
    if (/(^|\/)\.kiro\/agents\/[^/]+\.(md|json)$/.test(path)) return 'agent';
    if (/(^|\/)\.kiro\/steering\/[^/]+\.md$/.test(path)) return 'instruction';
    return undefined;
  },
  keys: {
    agent: {
      name: 'text',
      description: 'text',
      model: 'text',
      tools: 'texts',
      toolAliases: 'map',
      allowedTools: 'texts',
      toolsSettings: 'map',
      permissions: 'map',
      mcpServers: 'map',
      includeMcpJson: 'flag',
      resources: 'list',
      hooks: 'any',
      keyboardShortcut: 'text',
      welcomeMessage: 'text',
    },
    instruction: {
      inclusion: 'text',
      fileMatchPattern: 'text or texts',
      name: 'text',
      description: 'text',
    },
  },
  parse: (text, path) => (path.endsWith('.json') ? readJson(text) : undefined),
  serverTool: (server, tool) => `@${server}/${tool}`,
  wholeServer: (server) => `@${server}`,
  servedAs: (name) => {
    const [, server, tool] = /^@(?!builtin$|mcp$)([^/]+)(?:\/(.+))?$/.exec(name) ?? [];
    return server === undefined ? undefined : { server, tool: tool ?? '*' };
  },
  advisory: (persona) =>
    unheld(persona, {
      // https://github.com/kirodotdev/Kiro/issues/10922, /10615 (August 2026)
      paths:
        '`permissions.rules` is written, and Kiro has not applied the rules of an agent so far',
      budget: 'an agent has no budget; ours is counted before we write',
      handoffs: 'an agent has no hand-offs; the text names them',
    }),
  description: { most: 1024 },
});

/** The same keys as JSON, with the text under `prompt`. */
function readJson(text: string) {
  try {
    const head = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const { prompt } = head;
    return { head, body: typeof prompt === 'string' ? prompt : '', bodyLine: 1 };
  } catch (error) {
    return {
      head: {},
      body: '',
      bodyLine: 1,
      broken: { because: (error as Error).message, line: 1 },
    };
  }
}
