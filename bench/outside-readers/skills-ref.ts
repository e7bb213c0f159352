import { counted, namesOf, type OutsideReader } from '../outside-reader.ts';

/** The validator of the Agent Skills specification: https://github.com/agentskills/agentskills */
export const skillsRef: OutsideReader = {
  name: 'skills-ref',
  from: 'PyPI',
  packages: ['skills-ref'],
  says: ({ paths, installed, run }) => {
    const ours = namesOf(paths, /^(.+)\/SKILL\.md$/);
    const read = ours.filter(
      (path) => run(installed('venv/bin/agentskills'), ['validate', path]).status === 0,
    );
    return counted({ 'valid skills': { ours, read } });
  },
};
