import { guardCommand, isGuard } from '../enforcement.ts';
import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import vocabulary from './vocabulary/claude.json' with { type: 'json' };

// https://docs.claude.com/en/docs/claude-code/sub-agents
// https://docs.claude.com/en/docs/claude-code/memory (rules)
// https://code.claude.com/docs/en/hooks, https://code.claude.com/docs/en/permissions (2026-11-23)

const settings = '.claude/settings.json';
const root = '$CLAUDE_PROJECT_DIR';

export default defineTarget({
  id: 'claude',
  title: 'Claude Code',
  marks: ['.claude', 'CLAUDE.md'],
  isUsual: true,
  vocabulary,
  homes: {
    // One line of names, not a list: readers of `key: value` lines take it too.
    agent: ({ persona, grant, handoffs }) => ({
      path: `.claude/agents/${persona.id}.md`,
      head: {
        name: persona.id,
        description: persona.summary,
        tools: grant.tools
          .map((tool) =>
            tool === 'Agent' && handoffs.length > 0
              ? `Agent(${handoffs.map(({ to }) => to).join(', ')})`
              : tool,
          )
          .join(', '),
        model: persona.model['claude'],
      },
    }),
    instruction: ({ slug, summary, globs }) => ({
      path: `.claude/rules/${slug}.md`,
      head: { description: summary, paths: globs },
    }),
    memory: null,
    prompt: ({ slug, summary }) => ({
      path: `.claude/commands/${slug}.md`,
      head: { description: summary },
    }),
    skill: skillIn('.claude/skills'),
    spec: null,
  },
  why: {
    memory:
      'Claude Code keeps the memory of a subagent to itself; what the team learned belongs to the repository: .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    // What has no name is passed by, and a README among the agents is meant to be.
    if (/(^|\/)\.claude\/agents\/(?!(?:.+\/)?README\.md$).+\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.claude\/rules\/.+\.md$/.test(path)) return 'instruction';
    if (/(^|\/)\.claude\/commands\/.+\.md$/.test(path)) return 'prompt';
    return undefined;
  },
  keys: {
    agent: {
      name: 'text!',
      description: 'text!',
      tools: 'text or texts',
      disallowedTools: 'text or texts',
      model: 'text',
      permissionMode: 'text',
      maxTurns: 'number',
      skills: 'text or texts',
      mcpServers: 'any',
      hooks: 'map',
      memory: 'text',
      background: 'flag',
      effort: 'text',
      isolation: 'text',
      initialPrompt: 'text',
      color: 'text',
    },
    instruction: { description: 'text', paths: 'text or texts' },
    prompt: {
      description: 'text',
      // `argument-hint: [message]` stands in the documentation, and is a list to YAML.
      'argument-hint': 'any',
      'allowed-tools': 'text or texts',
      model: 'text',
      // Commands are skills, and read the keys of those: https://code.claude.com/docs/en/skills
      name: 'text',
      when_to_use: 'text',
      arguments: 'any',
      'disallowed-tools': 'text or texts',
      'user-invocable': 'flag',
      'disable-model-invocation': 'flag',
      effort: 'text',
      context: 'text',
      agent: 'text',
      background: 'flag',
      hooks: 'map',
      paths: 'text or texts',
      shell: 'text',
    },
  },
  serverTool: (server, tool) => `mcp__${server}__${tool}`,
  wholeServer: (server) => `mcp__${server}__*`,
  // https://code.claude.com/docs/en/mcp (scopes, and variables in .mcp.json)
  mcp: { path: '.mcp.json', under: 'mcpServers', refers: (name) => `\${${name}}` },
  advisory: (persona) =>
    unheld(persona, {
      paths: 'a subagent has no list of paths; the text says it (a hook holds it: `--guard`)',
      budget: 'a subagent has no budget; ours is counted before we write',
      handoffs: 'a subagent has no hand-offs in its front matter; the text names them',
    }),
  enforcement: {
    holdsPaths: true,
    // In the settings and not in the agent's own front matter, where versions up to now have not run
    // hooks (anthropics/claude-code#95650). The call says whose it is, so nobody else is held; exit
    // code 2 denies where the program itself is not there.
    own: () => [
      {
        path: settings,
        list: ['hooks', 'PreToolUse'],
        item: {
          matcher: '*',
          hooks: [
            {
              type: 'command',
              command: `${guardCommand(root, '--format claude', `--dir "${root}"`)} || exit 2`,
              timeout: 10,
            },
          ],
        },
        replaces: isGuard('--format claude'),
      },
    ],
    everyone: ({ paths }) =>
      paths.deny.map((glob) => ({
        path: settings,
        list: ['permissions', 'deny'],
        item: `Edit(${glob})`,
      })),
  },
  // plugin-dev/skills/agent-development/scripts/validate-agent.sh of Claude Code; its manual names no limit.
  description: { most: 5000 },
});
