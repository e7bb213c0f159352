import { counted, namesOf, type OutsideReader } from '../outside-reader.ts';

/** GitHub Copilot CLI: the instructions and skills that it finds. Of agents it speaks to an account only. */
export const copilot: OutsideReader = {
  name: 'Copilot CLI',
  from: 'npm',
  packages: ['@github/copilot'],
  says: ({ paths, installed, run }) => {
    const instructions = namesOf(paths, /^\.github\/instructions\/(.+\.instructions\.md)$/);
    const skills = namesOf(paths, /^\.github\/skills\/(.+)\/SKILL\.md$/);
    if (instructions.length + skills.length === 0) return undefined;
    const program = installed('node_modules/.bin/copilot');
    const listed = run(program, ['instruction', 'list']).stdout;
    const found = run(program, ['skill', 'list']).stdout;
    return counted({
      instructions: { ours: instructions, read: namesOf(listed.split('\n'), /• (\S+)/) },
      skills: { ours: skills, read: namesOf(found.split('\n'), /^ {2}([\w-]+) - /) },
    });
  },
};
