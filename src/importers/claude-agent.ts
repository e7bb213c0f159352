import { defineImporter } from '../importer.ts';
import { takeAgent } from '../intake/agent.ts';
import type { Meaning } from '../intake/dialect.ts';

const own = (lost: string): Meaning => ({ lost });

const keys: Readonly<Record<string, Meaning>> = {
  name: 'id',
  description: 'summary',
  tools: 'tools',
  disallowedTools: 'denied',
  disabled_tools: 'denied',
  model: 'model',
  mcpServers: 'servers',
  'allowed-tools': own('Claude Code does not read it in an agent, which then has every tool'),
  permissionMode: own('how Claude Code asks; a persona does not decide that'),
  maxTurns: own('a limit of Claude Code'),
  skills: own('skills have files of their own'),
  hooks: own('programs that Claude Code runs; they are no part of a persona'),
  memory: own('where Claude Code keeps what it learns'),
  background: own('how Claude Code starts it'),
  effort: own('how long Claude Code thinks'),
  isolation: own('where Claude Code runs it'),
  initialPrompt: own('what Claude Code begins with'),
  color: own('how Claude Code shows it'),
};

export default defineImporter({
  name: 'claude-agent',
  describes:
    'subagents of Claude Code, and of Auggie, Cursor and Gemini CLI (`.claude/agents/*.md`)',
  sources: ['https://docs.claude.com/en/docs/claude-code/sub-agents'],
  reads: ({ path }) => folder.test(path),
  take: (source, scene) => {
    const [, home = 'claude', stem] = folder.exec(source.path) ?? [];
    // What lies in `.augment/agents` is read by Auggie; `augment` is the family of the seed.
    const tool = home === 'augment' ? 'auggie' : home;
    const isThere = scene.targets.some(({ id }) => id === tool);
    return takeAgent(source, { target: isThere ? tool : 'claude', keys, stem }, scene);
  },
});

const folder = /(?:^|\/)\.(claude|augment|cursor|gemini)\/agents\/(?:.*\/)?([^/]+)\.md$/;
