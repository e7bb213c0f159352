import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capabilityNames, withWhatComes } from '../src/capability.ts';
import { agentFile } from '../src/compose/agent.ts';
import { rightsOf } from '../src/rights/effective-tools.ts';
import { grantFor } from '../src/grant.ts';
import type { Persona } from '../src/persona.ts';
import { placeOf } from '../src/place.ts';
import { serverFacts } from '../src/server.ts';
import { shipped } from '../src/shipped.ts';
import type { Target } from '../src/target.ts';
import { targets } from '../src/targets/index.ts';
import { memoryTree } from '../src/tree.ts';
import { openWorkspace } from '../src/workspace.ts';

const [backendDev] = shipped.personas.filter(({ id }) => id === 'backend-dev') as [Persona];
const targetOf = (id: string) => targets.find((target) => target.id === id)!;
const personaWho = (can: Persona['can'], servers: readonly string[] = []): Persona => ({
  ...backendDev,
  can,
  servers,
});

describe('what a persona can do, in the words of a tool', () => {
  test.each([
    ['augment', ['read', 'edit'], [], ['view', 'diagnostics', 'str-replace-editor', 'save-file']],
    ['copilot', ['read', 'edit'], [], ['read', 'edit']],
    ['claude', ['read', 'edit'], [], ['Read', 'Edit', 'Write']],
    ['copilot', ['search'], ['context7'], ['search', 'context7/*']],
    ['claude', ['search'], ['context7'], ['Grep', 'Glob', 'mcp__context7__*']],
    [
      'claude',
      ['search'],
      ['serena'],
      [
        'Grep',
        'Glob',
        'mcp__serena__find_symbol',
        'mcp__serena__find_referencing_symbols',
        'mcp__serena__get_symbols_overview',
      ],
    ],
    [
      'augment',
      ['search'],
      ['serena'],
      [
        'codebase-retrieval',
        'find_symbol_Serena',
        'find_referencing_symbols_Serena',
        'get_symbols_overview_Serena',
      ],
    ],
  ] as const)('%s, %j with %j', (target, can, servers, tools) => {
    expect(grantFor(personaWho(can, servers), targetOf(target)).tools).toEqual(tools);
  });
});

describe('what a tool cannot express is a loss', () => {
  const lost = (persona: Persona, target: string) =>
    grantFor(persona, targetOf(target))
      .losses.filter(({ what }) => what === 'capability' || what === 'server')
      .map(({ name }) => name);

  test.each([
    ['testing, where one may not run commands', personaWho(['read', 'test']), 'claude', ['test']],
    [
      'no loss where it comes with another capability',
      personaWho(['execute', 'test']),
      'claude',
      [],
    ],
    ['a browser without its server', personaWho(['read', 'browse']), 'claude', ['browse']],
    [
      'no loss where the server is there',
      personaWho(['read', 'browse'], ['playwright']),
      'claude',
      [],
    ],
    ['delegation in Augment', personaWho(['read', 'delegate']), 'augment', ['delegate']],
    [
      'a server whose tools Augment cannot name',
      personaWho(['read'], ['context7']),
      'augment',
      ['context7'],
    ],
  ] as const)('%s', (_, persona, target, names) => {
    expect(lost(persona, target)).toEqual(names);
  });

  test('and a list that would come out empty is a problem', () => {
    expect(() => grantFor(personaWho(['plan']), targetOf('augment'))).toThrow(
      expect.objectContaining({ name: 'NothingGranted' }),
    );
  });
});

/** Which capability or server a name of a target stands for: read from its vocabulary, backwards. */
function meaningOf(tool: string, target: Target): { capability?: string; server?: string } {
  for (const [capability, expression] of Object.entries(target.vocabulary.capabilities)) {
    if (Object.keys(expression?.tools ?? {}).includes(tool)) return { capability };
  }
  for (const server of servers) {
    if (target.wholeServer(server) === tool) return { server };
    for (const [capability, tools] of Object.entries(serverFacts(server).tools ?? {})) {
      if (Object.keys(tools).some((each) => target.serverTool(server, each) === tool))
        return { capability, server };
    }
  }
  return {};
}

const servers = ['context7', 'github', 'serena', 'playwright', 'grafana', 'one-of-their-own'];

test('nothing widens: each tool that is granted is one that the persona asked for', () => {
  const someone = fc.record({
    can: fc.uniqueArray(fc.constantFrom(...capabilityNames), { minLength: 1 }),
    servers: fc.uniqueArray(fc.constantFrom(...servers)),
    target: fc.constantFrom(...targets),
  });
  fc.assert(
    fc.property(someone, ({ can, servers: allowed, target }) => {
      let tools: readonly string[] = [];
      try {
        tools = grantFor(personaWho(can, allowed), target).tools;
      } catch (problem) {
        expect(problem).toMatchObject({ name: 'NothingGranted' });
      }
      for (const tool of tools) {
        const { capability, server } = meaningOf(tool, target);
        expect(capability ?? server, tool).toBeDefined();
        if (capability !== undefined) expect(can).toContain(capability);
        if (server !== undefined) expect(allowed).toContain(server);
      }
    }),
  );
});

const toolsOf = ({ capabilities }: Target['vocabulary']) =>
  Object.values(capabilities).flatMap((expression) => Object.keys(expression?.tools ?? {}));

describe('nothing widens on the way through the file', async () => {
  const project = memoryTree({});
  const workspace = await openWorkspace('', { project, today: '2026-01-02', folder: 'demo' });
  const someone = fc.record({
    can: fc.uniqueArray(fc.constantFrom(...capabilityNames), { minLength: 1 }),
    servers: fc.uniqueArray(fc.constantFrom(...servers, 'acme', 'acme-2')),
    deny: fc.uniqueArray(fc.constantFrom('**/*.py', 'src/**', '**/{a,b}/**', '.env')),
    handoffs: fc.uniqueArray(
      fc.record({
        to: fc.constantFrom('architect', 'devops', 'nobody-yet'),
        how: fc.constantFrom('consult' as const, 'delegate' as const),
        for: fc.constant('things'),
        leaves: fc.constant<readonly string[]>([]),
      }),
      { selector: ({ to }) => to },
    ),
    model: fc.option(fc.constantFrom('sonnet', 'gpt-5.2', 'a/b', 'inherit'), { nil: undefined }),
    // A list of its own: names of this tool, of others, of servers, and of nobody.
    list: fc.option(
      fc.uniqueArray(
        fc.constantFrom(
          ...new Set(targets.flatMap(({ vocabulary }) => toolsOf(vocabulary))),
          'mcp__acme__run',
          'acme/*',
          'no-such-tool',
        ),
        { minLength: 1, maxLength: 3 },
      ),
      { nil: undefined },
    ),
  });

  test.each(targets.map((target) => [target.id, target] as const))(
    '%s: what the written file gives, read back, is what the persona has, or less',
    (_, target) => {
      let agents = 0;
      fc.assert(
        fc.property(someone, ({ can, servers: allowed, deny, handoffs, model, list }) => {
          const persona: Persona = {
            ...personaWho(can, allowed),
            paths: { deny },
            handoffs,
            model: model === undefined ? {} : { [target.id]: model },
            ...(list !== undefined && { tools: { [target.id]: list } }),
          };
          for (const { path, text, losses } of written(persona, target)) {
            if (placeOf(path, [target])?.kind !== 'agent') continue;
            agents++;
            const rights = rightsOf(path, text, target);
            const has = withWhatComes(can);
            expect([...rights.can].filter((each) => !has.includes(each))).toEqual([]);
            // What the file itself does not keep from is told, for `--strict` to refuse.
            if (deny.length > 0)
              expect(
                losses.some(({ what, restricts }) => what === 'paths' && restricts) ||
                  deny.every((glob) => text.includes(glob)),
              ).toBe(true);
            if (rights.servers === 'all')
              // No file of such a tool can keep from a server: then it is said, and `--strict` refuses it.
              expect(losses).toContainEqual(
                expect.objectContaining({ what: 'server', name: 'all others', restricts: true }),
              );
            else expect(rights.servers.filter((each) => !allowed.includes(each))).toEqual([]);
          }
        }),
        { numRuns: 200 },
      );
      // Without modes to choose from, its files are texts, which give no rights.
      expect(agents > 0).toBe(target.modes?.length !== 0);
    },
  );

  const written = (persona: Persona, target: Target) => {
    try {
      const { files, losses } = agentFile(persona, target, workspace, () => false);
      return files.map((file) => ({ ...file, losses }));
    } catch (problem) {
      expect(['NothingGranted', 'ToolWidens']).toContain((problem as Error).name);
      return [];
    }
  };
});
