import { resolve } from 'node:path';
import { capabilities } from '../capability.ts';
import { checks as shelf } from '../checks/index.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { gates } from '../gates/index.ts';
import { tooManyWords } from '../problems.ts';
import { deniedPathsAreKept } from '../review/fence-check.ts';
import { suppressionsAreUsed } from '../suppress.ts';
import { targets } from '../targets/index.ts';
import { openWorkspace } from '../workspace.ts';

/** With the one that reads what the others have found, and the one that reads a change. */
const checks = [...shelf, suppressionsAreUsed, deniedPathsAreKept];

export default defineCommand({
  name: 'list',
  usage: 'create-persona list [flags]',
  describes: 'List personas, generators, targets, conventions, capabilities, checks and gates',
  examples: ['create-persona list', 'create-persona list --json'],
  flags: [],

  async run({ words, flags, generators }, { cwd, print }): Promise<ExitCode> {
    if (words.length > 0) throw tooManyWords('list', words);
    const { personas, conventions } = await openWorkspace(
      resolve(cwd, typeof flags['dir'] === 'string' ? flags['dir'] : '.'),
    );
    const all = {
      personas: [...personas.values()].map(({ id, title }) => [id, title]),
      generators: generators.map(({ name, describes }) => [name, describes]),
      targets: targets.map(({ id, title }) => [id, title]),
      conventions: [...conventions.values()].map(({ id, rule }) => [id, rule]),
      capabilities: capabilities.map(({ name, says }) => [name, says]),
      checks: checks.map(({ name, level }) => [name, level]),
      gates: gates.map(({ name, asks }) => [name, asks]),
    };
    if (flags['json'] === true) {
      print(
        JSON.stringify(
          Object.fromEntries(
            Object.entries(all).map(([kind, rows]) => [kind, rows.map(([name]) => name)]),
          ),
          undefined,
          2,
        ),
      );
      return 0;
    }
    for (const [kind, rows] of Object.entries(all)) {
      const width = Math.max(...rows.map(([name]) => name!.length));
      print(
        `${kind}\n${rows.map(([name, says]) => `  ${name!.padEnd(width)}  ${says}`).join('\n')}\n`,
      );
    }
    return 0;
  },
});
