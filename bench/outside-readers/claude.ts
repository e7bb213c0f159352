import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../src/front-matter.ts';
import { toolsIn } from '../../src/rights/tool-names.ts';
import { readFileSync } from 'node:fs';
import { counted, type Ground, namesOf, type OutsideReader } from '../outside-reader.ts';

/**
 * Claude Code: `claude plugin validate`, and what it loads. Before it asks to log in, a session
 * tells which agents, skills and commands it has, and with `--agent` which tools it gives that one.
 */
export const claude: OutsideReader = {
  name: 'Claude Code',
  from: 'npm',
  packages: ['@anthropic-ai/claude-code'],
  says: (ground) => {
    if (!existsSync(join(ground.folder, '.claude'))) return undefined;
    const agents = namesOf(ground.paths, /^\.claude\/agents\/(.+)\.md$/);
    const { agents: loaded, slash_commands, skills } = opening(ground);
    const wider = agents.flatMap((name) => {
      const more = beyond(ground, name);
      return more.length === 0 ? [] : [`${name} gets ${more.join(', ')}, which it does not list`];
    });
    const says = [
      counted({
        agents: { ours: agents, read: loaded },
        commands: {
          ours: namesOf(ground.paths, /^\.claude\/commands\/(.+)\.md$/),
          read: slash_commands,
        },
        skills: {
          ours: namesOf(ground.paths, /^\.claude\/skills\/(.+)\/SKILL\.md$/),
          read: skills,
        },
      }),
      agents.length === 0 ? undefined : 'no tool that is not listed',
      validated(ground),
    ].filter((part) => part !== undefined);
    return (wider.length === 0 ? says : wider).join('; ');
  },
};

interface Opening {
  readonly tools: readonly string[];
  readonly agents: readonly string[];
  readonly skills: readonly string[];
  readonly slash_commands: readonly string[];
}

function opening({ installed, run }: Ground, ...more: readonly string[]): Opening {
  const args = ['-p', 'hello', '--output-format', 'stream-json', '--verbose', ...more];
  const { stdout } = run(installed('node_modules/.bin/claude'), args);
  return JSON.parse(stdout.slice(0, stdout.indexOf('\n'))) as Opening;
}

/** The tools that a session of this agent has, and its file does not name. */
function beyond(ground: Ground, agent: string): readonly string[] {
  const text = readFileSync(join(ground.folder, `.claude/agents/${agent}.md`), 'utf8');
  const listed = toolsIn(parseDocument(text).head['tools']) ?? [];
  const has = (tool: string) => listed.some((each) => each.replace(/\(.*/, '') === tool);
  // `Task` is what `Agent` was called, and is still called here.
  return opening(ground, '--agent', agent).tools.filter(
    (tool) => !has(tool) && !(tool === 'Task' && has('Agent')),
  );
}

/** As a plugin, which is what it validates. */
function validated({ folder, installed, run }: Ground): string {
  const plugin = join(folder, '..', `plugin-${Math.random().toString(36).slice(2)}`);
  cpSync(join(folder, '.claude'), plugin, { recursive: true });
  mkdirSync(join(plugin, '.claude-plugin'));
  const about = {
    name: 'golden',
    version: '0.0.1',
    description: 'A golden tree',
    author: { name: 'us' },
  };
  writeFileSync(join(plugin, '.claude-plugin/plugin.json'), JSON.stringify(about));
  const { status, stdout } = run(installed('node_modules/.bin/claude'), [
    'plugin',
    'validate',
    plugin,
  ]);
  return status === 0 ? 'validates' : stdout.trim().split('\n').at(-1)!;
}
