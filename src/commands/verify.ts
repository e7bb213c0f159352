import { defineCommand } from '../command.ts';
import { stages } from '../gate.ts';

export default defineCommand({
  name: 'verify',
  usage: 'create-persona verify [flags]',
  describes: 'Measure the code by its gates: tests, coverage, lint, types, secrets, conventions',
  examples: [
    'create-persona verify',
    'create-persona verify --stage production',
    'create-persona verify --component api --stage staging',
    'create-persona verify --format github --allow-missing',
  ],
  flags: [
    {
      name: 'component',
      type: 'string',
      says: 'a folder or module of the code, with the tests of its name (default: all)',
    },
    {
      name: 'stage',
      type: 'string',
      takes: stages,
      says: `${stages.join(', ')} (default: ${stages[0]})`,
    },
    { name: 'persona', type: 'string', says: 'whose thresholds and conventions hold' },
    { name: 'only', type: 'string', multiple: true, says: 'run these gates only: a,b' },
    {
      name: 'format',
      type: 'string',
      takes: ['text', 'json', 'github', 'sarif'],
      says: 'text, json, github or sarif (default: text)',
    },
    {
      name: 'allow-missing',
      type: 'boolean',
      says: 'do not fail for a gate that could not be run',
    },
  ],

  // What only this command needs is loaded by it alone.
  run: async (request, io) => (await import('../verify/command.ts')).runVerify(request, io),
});
