import { counted, namesOf, type OutsideReader } from '../outside-reader.ts';

/** OpenCode: the agents that it lists, with the rules that it has for each, and its configuration. */
export const opencode: OutsideReader = {
  name: 'OpenCode',
  from: 'npm',
  packages: ['opencode-ai'],
  says: ({ paths, installed, run }) => {
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
