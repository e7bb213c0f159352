import { defineCommand } from '../command.ts';
import { flagWrong } from '../problems.ts';

/**
 * For `help`, `list` and completion. The program itself is a bundle of its own (`src/entry/guard.ts`),
 * which the launcher starts when `guard` is the first word: it runs before every call of a tool.
 */
export default defineCommand({
  name: 'guard',
  usage: 'create-persona guard [flags] < call.json',
  describes: 'Allow or deny one call of an agent tool, by the rules of a persona: for hooks',
  examples: [
    'create-persona guard --persona backend-dev',
    'create-persona guard --persona backend-dev --format cursor',
  ],
  flags: [
    {
      name: 'persona',
      type: 'string',
      says: 'who is held (default: the agent that the call names, if it is a persona here)',
    },
    {
      name: 'format',
      type: 'string',
      takes: ['claude', 'copilot', 'cursor', 'augment'],
      says: 'claude, copilot, cursor or augment (default: told by the call)',
    },
  ],
  takes: [],

  run() {
    throw flagWrong('`guard` stands behind a flag.', 'Write it first: `create-persona guard …`.');
  },
});
