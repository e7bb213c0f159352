import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDocument } from '../../src/front-matter.ts';
import { counted, type Ground, namesOf, type OutsideReader } from '../outside-reader.ts';

/**
 * OpenCode: the agents that it lists, with the rules that it has for each, its configuration, and the
 * JSON schema that it prints for an agent.
 */
export const opencode: OutsideReader = {
  name: 'OpenCode',
  from: 'npm',
  packages: ['opencode-ai'],
  says: (ground) => {
    const { paths, installed, run } = ground;
    const ours = namesOf(paths, /^\.opencode\/agents\/(.+)\.md$/);
    if (ours.length === 0) return undefined;
    const program = installed('node_modules/.bin/opencode');
    const { stdout } = run(program, ['agent', 'list']);
    const open = ours.filter((name) => !isClosed(run(program, ['debug', 'agent', name]).stdout));
    const commands = run(program, ['debug', 'config']).stdout;
    return [
      counted({
        agents: {
          ours,
          read: namesOf(stdout.split('\n'), /^([\w-]+) \((?:all|primary|subagent)\)/),
        },
        commands: {
          ours: namesOf(paths, /^\.opencode\/commands\/(.+)\.md$/),
          read: namesOf(commands.split('\n'), /^ {4}"([\w-]+)": \{/),
        },
      }),
      open.length === 0
        ? 'each denies what it does not name'
        : `open to what they do not name: ${open.join(', ')}`,
      held(ground, ours),
    ].join('; ');
  },
};

/** A rule that denies everything stands after each that allows everything: the last that fits wins. */
function isClosed(text: string): boolean {
  const { permission } = JSON.parse(text) as {
    permission: readonly { permission: string; pattern: string; action: string }[];
  };
  const all = permission.filter((rule) => rule.permission === '*' && rule.pattern === '*');
  return all.at(-1)?.action === 'deny';
}

/** The front matter of each agent, held to the schema of the program: `opencode generate` prints it. */
function held({ folder, installed, run }: Ground, names: readonly string[]): string {
  const { stdout } = run(installed('node_modules/.bin/opencode'), ['generate']);
  const { components } = JSON.parse(stdout) as { components: object };
  // Its other schemas name formats that this one has no use for.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const check = ajv.compile({ components, $ref: '#/components/schemas/AgentConfig' });
  const wrong = names.filter((name) => {
    const text = readFileSync(join(folder, '.opencode/agents', `${name}.md`), 'utf8');
    return !check(parseDocument(text).head);
  });
  return wrong.length === 0
    ? 'valid by its schema'
    : `not valid by its schema: ${wrong.join(', ')} ${ajv.errorsText(check.errors)}`;
}
