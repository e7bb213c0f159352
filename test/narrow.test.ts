import { describe, expect, test } from 'vitest';
import { grantFor } from '../src/grant.ts';
import { readPersona } from '../src/persona.ts';
import { targets } from '../src/targets/index.ts';

const persona = (can: string, tools: string, servers = '[serena, context7]') =>
  readPersona(
    '.persona/personas/tester.md',
    `---\nid: tester\ntitle: T\nsummary: S\nexpertise: []\nfocus: []\ncan: ${can}\nservers: ${servers}\nbudget: 9\ntools: ${tools}\n---\n\n## Role description\n\nText.\n`,
  );
const target = (id: string) => targets.find((each) => each.id === id)!;

describe('a persona that lists its tools for a target gets these there, in that order', () => {
  test.each([
    ['augment', '[read, search, edit]', ['save-file', 'view']],
    ['augment', '[search, read]', ['find_symbol_Serena', 'view']],
    ['copilot', '[read, edit]', ['edit/editFiles', 'read']],
    ['copilot', '[search]', ['context7/*', 'search/codebase']],
    ['claude', '[execute, read]', ['Bash(git:*)', 'Read']],
    ['claude', '[edit]', ['NotebookEdit']],
  ])('%s: %s, %j', (id, can, tools) => {
    const grant = grantFor(persona(can, JSON.stringify({ [id]: tools })), target(id));

    expect(grant.tools).toEqual(tools);
    expect(grant.losses.filter(({ what }) => what === 'tools')).toEqual([]);
  });

  test('and in every other target what its capabilities bring', () => {
    const one = persona('[read, edit]', '{ augment: [view] }');

    expect(grantFor(one, target('claude'))).toEqual(
      grantFor({ ...one, tools: {} }, target('claude')),
    );
  });

  test('a name that the target does not know stays, and is told', () => {
    const grant = grantFor(persona('[read]', '{ augment: [view, pytest] }'), target('augment'));

    expect(grant.tools).toEqual(['view', 'pytest']);
    expect(grant.losses).toContainEqual(expect.objectContaining({ what: 'tools', name: 'pytest' }));
  });
});

describe('what the persona cannot do, no list brings', () => {
  test.each([
    ['augment', '[read]', 'save-file', '[serena]'],
    ['augment', '[read]', 'remove-files', '[serena]'],
    ['augment', '[read]', 'find_symbol_Serena', '[serena]'],
    ['copilot', '[read]', 'edit', '[]'],
    ['copilot', '[read]', 'runCommands', '[]'],
    ['copilot', '[read, search]', '*', '[]'],
    ['copilot', '[read]', 'vscode/runCommand', '[]'],
    ['copilot', '[read]', 'figma/*', '[]'],
    ['copilot', '[search]', 'serena/*', '[serena]'],
    ['claude', '[read]', 'Bash(ls)', '[]'],
    ['claude', '[read]', 'mcp__figma__draw', '[]'],
    ['claude', '[read]', 'mcp__serena__replace_symbol_body', '[serena]'],
  ])('%s: %s, %s', (id, can, tool, servers) => {
    const one = persona(can, JSON.stringify({ [id]: [tool] }), servers);

    expect(() => grantFor(one, target(id))).toThrow(
      expect.objectContaining({ name: 'ToolWidens', message: expect.stringContaining(tool) }),
    );
  });
});
