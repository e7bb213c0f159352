import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capabilityNames } from '../src/capability.ts';
import { heldBy } from '../src/compose/held.ts';
import { mcpFiles } from '../src/compose/mcp.ts';
import type { Persona } from '../src/persona.ts';
import { shipped } from '../src/shipped.ts';
import { targets } from '../src/targets/index.ts';
import { memoryTree } from '../src/tree.ts';
import { openWorkspace } from '../src/workspace.ts';

/** What stands beside an agent file, such as hooks, permissions and servers, gives nothing either. */

const [backendDev] = shipped.personas.filter(({ id }) => id === 'backend-dev') as [Persona];
const servers = ['context7', 'github', 'serena', 'playwright', 'grafana', 'one-of-their-own'];
const someone = fc
  .record({
    can: fc.uniqueArray(fc.constantFrom(...capabilityNames), { minLength: 1 }),
    servers: fc.uniqueArray(fc.constantFrom(...servers)),
    deny: fc.uniqueArray(fc.constantFrom('**/*.py', 'src/**', '**/{a,b}/**', '.env')),
  })
  .map(
    ({ can, servers: its, deny }): Persona => ({
      ...backendDev,
      can,
      servers: its,
      paths: { deny },
    }),
  );

/** Every text of a document, with the keys that lead to it. */
function* textsOf(value: unknown, keys = ''): Iterable<readonly [keys: string, text: string]> {
  if (typeof value === 'string') yield [keys, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* textsOf(inner, Array.isArray(value) ? keys : `${keys}.${key}`);
}

const allowing = /^\.permissions\.allow|\.toolName$/;

describe('nothing widens beside the agent', async () => {
  const workspace = await openWorkspace('', { project: memoryTree({}), folder: 'demo' });
  const holding = targets.filter(({ enforcement }) => enforcement !== undefined);
  const withServers = targets.filter(({ mcp }) => mcp !== undefined);

  test.each(holding.map((target) => [target.id, target] as const))(
    '%s: with a guard its settings only deny, or ask the guard',
    (_, target) => {
      fc.assert(
        fc.property(someone, (persona) => {
          const { files } = heldBy(persona, [target], { 'guard-all': true }, workspace);
          for (const { path, text } of files) {
            const document = JSON.parse(text) as { toolPermissions?: unknown };
            const granted = [...textsOf(document)].filter(([keys]) => allowing.test(keys));
            if (document.toolPermissions === undefined) expect(granted, path).toEqual([]);
            else expect(granted.length).toBe(text.split('"type": "deny"').length - 1);
            for (const [keys, command] of textsOf(document))
              if (keys.endsWith('.command')) expect(command).toContain('create-persona.cjs');
          }
        }),
      );
    },
  );

  test.each(withServers.map((target) => [target.id, target] as const))(
    '%s: with --mcp its configuration starts servers of the persona, and keeps those of others',
    (_, target) => {
      const { path, under } = target.mcp!;
      const theirs = `{ "${under}": { "theirs": { "command": "x" } } }\n`;
      fc.assert(
        fc.property(someone, (persona) => {
          for (const file of mcpFiles(persona, [target]).files) {
            const started = (text: string) =>
              Object.keys((JSON.parse(text) as Record<string, object>)[under] ?? {});
            expect(file.path).toBe(path);
            expect(started(file.text).filter((name) => !persona.servers.includes(name))).toEqual(
              [],
            );
            expect(started(file.into!(theirs))).toEqual(['theirs', ...started(file.text)]);
          }
        }),
      );
    },
  );
});
