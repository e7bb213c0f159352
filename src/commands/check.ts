import { defineCommand } from '../command.ts';

export default defineCommand({
  name: 'check',
  usage: 'create-persona check [path or glob …] [flags]',
  describes: 'Read the agent files that are there with the checks that new files must pass',
  examples: [
    'create-persona check',
    'create-persona check .github/agents --format github',
    'create-persona check --changed main --max-warnings 0',
    'create-persona check --persona backend-dev --changed',
    'create-persona check --fix --dry-run',
    'create-persona check --tools --json',
    'create-persona check --as-of 2025-11-01',
  ],
  flags: [
    {
      name: 'changed',
      type: 'string',
      optional: true,
      says: 'only files that differ from a revision (default: the last commit)',
    },
    {
      name: 'persona',
      type: 'string',
      says: 'hold what has changed against the paths that this persona is denied, and read nothing else',
    },
    { name: 'only', type: 'string', multiple: true, says: 'run these checks only: a,b' },
    { name: 'skip', type: 'string', multiple: true, says: 'leave these checks out: a,b' },
    {
      name: 'format',
      type: 'string',
      takes: ['text', 'json', 'sarif', 'github', 'markdown'],
      says: 'text, json, sarif, github or markdown (default: text)',
    },
    { name: 'max-warnings', type: 'string', says: 'fail on more warnings than that' },
    { name: 'fix', type: 'boolean', says: 'mend what can be mended for certain' },
    {
      name: 'dry-run',
      type: 'boolean',
      short: 'n',
      says: 'with --fix: show it line by line, and write nothing',
    },
    {
      name: 'baseline',
      type: 'string',
      optional: true,
      says: 'tell only what is not in this file (default: .persona/baseline.json)',
    },
    {
      name: 'update-baseline',
      type: 'boolean',
      says: 'write all that there is to say to the baseline',
    },
    {
      name: 'graph',
      type: 'boolean',
      says: 'show who hands off to whom instead, as Mermaid or with --json',
    },
    {
      name: 'bill',
      type: 'boolean',
      says: 'show what each file costs instead, section by section, in tokens of its model',
    },
    {
      name: 'tools',
      type: 'boolean',
      says: 'show what each agent may really use instead, in every tool that reads its file',
    },
    {
      name: 'as-of',
      type: 'string',
      says: 'judge by the names, models and places of that day: 2025-11-01',
    },
    { name: 'no-cache', type: 'boolean', says: 'read every file, even one that was read before' },
    {
      name: 'threads',
      type: 'string',
      says: 'how many threads may read (default: as many as the work is worth, 4 at most)',
    },
    { name: 'watch', type: 'boolean', says: 'run again whenever a file changes, until Ctrl-C' },
  ],

  // What only this command needs is loaded by it alone.
  run: async (request, io) => (await import('../review/command.ts')).runCheck(request, io),
});
