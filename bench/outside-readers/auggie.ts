import { counted, namesOf, type OutsideReader } from '../outside-reader.ts';

/** Auggie: the rules and commands that it finds. Of agents it speaks to an account only. */
export const auggie: OutsideReader = {
  name: 'Auggie',
  from: 'npm',
  packages: ['@augmentcode/auggie'],
  says: ({ paths, installed, run }) => {
    const rules = namesOf(paths, /^(\.augment\/rules\/.+\.md)$/);
    const commands = namesOf(paths, /^\.augment\/commands\/(.+)\.md$/);
    if (rules.length + commands.length === 0) return undefined;
    const program = installed('node_modules/.bin/auggie');
    const asked = /agent_requested: (\d+)/.exec(run(program, ['rules', 'list']).stdout)?.[1];
    const listed = run(program, ['command', 'help']).stdout;
    return counted({
      // It names the first five, and counts the rest.
      rules: { ours: rules, read: rules.slice(0, Number(asked ?? 0)) },
      commands: { ours: commands, read: namesOf(listed.split('\n'), /^ {2}([\w-]+) \[args/) },
    });
  },
};
