import { writeFileSync } from 'node:fs';
import { counted, namesOf, type OutsideReader } from '../outside-reader.ts';

/** The code by which Gemini CLI loads agents: it knows each key, and each name of a tool. */
export const gemini: OutsideReader = {
  name: 'Gemini CLI core',
  from: 'npm',
  packages: ['@google/gemini-cli-core'],
  says: ({ paths, installed, run }) => {
    const ours = namesOf(paths, /^\.gemini\/agents\/(.+)\.md$/);
    if (ours.length === 0) return undefined;
    const program = installed('load.mjs');
    writeFileSync(
      program,
      `import { loadAgentsFromDirectory } from '@google/gemini-cli-core/dist/src/agents/agentLoader.js';
      const { agents, errors } = await loadAgentsFromDirectory('.gemini/agents');
      const read = agents.map(({ name }) => name);
      process.stdout.write(JSON.stringify({ read, errors: errors.map(String) }));\n`,
    );
    const { stdout } = run('node', [program]);
    const { read, errors } = JSON.parse(stdout) as { read: string[]; errors: string[] };
    return [counted({ agents: { ours, read } }), ...errors].join('; ');
  },
};
