import { writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { counted, namesOf, type OutsideReader } from '../outside-reader.ts';

/**
 * OpenAI Codex: what it would send to the model names each agent that it can start, each skill and
 * each AGENTS.md. An agent file that it cannot read is not among them, and it says why.
 */
export const codex: OutsideReader = {
  name: 'Codex',
  from: 'npm',
  packages: ['@openai/codex'],
  says: ({ folder, paths, installed, run }) => {
    const agents = namesOf(paths, /^\.codex\/agents\/(.+)\.toml$/);
    if (agents.length === 0 && !paths.includes('AGENTS.md')) return undefined;
    mkdirSync(installed('home/.codex'), { recursive: true });
    // Of a folder that nobody trusts it reads no agents.
    writeFileSync(
      installed('home/.codex/config.toml'),
      `[projects.${JSON.stringify(folder)}]\ntrust_level = "trusted"\n`,
    );
    const { stdout } = run(installed('node_modules/.bin/codex'), ['debug', 'prompt-input']);
    const roles = /Available roles:\\n(.*?[^\\])"/s.exec(stdout)?.[1] ?? '';
    return counted({
      agents: { ours: agents, read: namesOf(roles.split('\\n'), /^([\w-]+): \{$/) },
      skills: {
        ours: namesOf(paths, /^\.agents\/skills\/(.+)\/SKILL\.md$/),
        read: namesOf(stdout.split('\\n'), /^- ([\w-]+): .*SKILL\.md/),
      },
      'AGENTS.md': {
        ours: paths.filter((path) => path === 'AGENTS.md'),
        read: stdout.includes('create-persona: begin') ? ['AGENTS.md'] : [],
      },
    });
  },
};
