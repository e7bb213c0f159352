import { describe, expect, test } from 'vitest';
import { agentDocument } from '../src/rights/effective-tools.ts';
import { parseDocument } from '../src/front-matter.ts';
import { placeOf } from '../src/place.ts';
import { rightsAsJson, rightsAsText, rightsTable } from '../src/rights-table.ts';
import { targets } from '../src/targets/index.ts';

const table = (path: string, head: string, asOf?: string) =>
  rightsTable([
    {
      path,
      document: parseDocument(`---\n${head}\n---\n\nText.\n`),
      target: placeOf(path, targets)!.target!,
      ...(asOf !== undefined && { asOf }),
    },
  ]);

/** `VS Code exact: a, b`, and `-` before what is not read. */
const short = (...given: Parameters<typeof table>) =>
  table(...given)[0]!.readers.map(
    ({ reader, are, tools, unread }) =>
      `${unread === undefined ? '' : '-'}${reader} ${[are, ...tools].join(' ')}`,
  );

const agent = '.github/agents/a.agent.md';
const subagent = '.claude/agents/a.md';

describe('an agent of Copilot has two readers', () => {
  test.each([
    ['no list is everything to both', 'description: a', ['vscode all', 'github all']],
    ['an empty list is nothing', 'description: a\ntools: []', ['vscode none', 'github none']],
    ['a star is everything', 'description: a\ntools: ["*"]', ['vscode all *', 'github all *']],
    [
      'sets are known to both',
      'description: a\ntools: [read, edit]',
      ['vscode exact read edit', 'github exact read edit'],
    ],
    [
      'the parts of a set only to VS Code',
      'description: a\ntools: [search/codebase]',
      ['vscode exact search/codebase', 'github none'],
    ],
    [
      'the web is not in the cloud',
      'description: a\ntools: [web, Read]',
      ['vscode exact web Read', 'github exact Read'],
    ],
    [
      'the tools of servers are taken at their word',
      'description: a\ntools: ["x/*", view]',
      ['vscode exact x/*', 'github exact x/*'],
    ],
    [
      'names of another agent are nothing to either',
      'description: a\ntools: [view, save-file]',
      ['vscode none', 'github none'],
    ],
    [
      'a target keeps the other away',
      'description: a\ntarget: vscode',
      ['vscode all', '-github all'],
    ],
    [
      'and the other way round',
      'description: a\ntarget: github-copilot',
      ['-vscode all', 'github all'],
    ],
    ['without a description GitHub passes it by', 'name: a', ['vscode all', '-github all']],
  ])('%s', (_, head, expected) => {
    expect(short(agent, head)).toEqual(expected);
  });

  test('a chat mode has none today, and had one before VS Code 1.109', () => {
    const path = '.github/chatmodes/a.chatmode.md';

    expect(short(path, 'description: a')).toEqual(['-vscode all', '-github all']);
    expect(short(path, 'description: a', '2025-11-01')).toEqual(['vscode all', '-github all']);
  });
});

describe('an agent of Claude Code has three', () => {
  test.each([
    ['no list is everything', 'name: a', ['claude all', 'vscode all', 'cursor all']],
    [
      'VS Code translates the names, and Cursor reads no list',
      'name: a\ntools: Read, Bash(git:*)',
      [
        'claude exact Read Bash(git:*)',
        'vscode exact read/readFile read/getNotebookSummary execute',
        'cursor all',
      ],
    ],
    [
      '`allowed-tools` is no list',
      'name: a\nallowed-tools: Read',
      ['claude all', 'vscode all', 'cursor all'],
    ],
    [
      'what is denied is taken away',
      'name: a\ntools: Read, Bash\ndisallowedTools: Bash',
      ['claude exact Read', 'vscode exact read/readFile read/getNotebookSummary', 'cursor all'],
    ],
    [
      'all of it',
      'name: a\ntools: Bash\ndisallowedTools: Bash',
      ['claude none', 'vscode none', 'cursor all'],
    ],
  ])('%s', (_, head, expected) => {
    expect(short(subagent, head)).toEqual(expected);
  });

  test('and the reasons are told', () => {
    const [{ readers } = { readers: [] }] = table(subagent, 'name: a\nallowed-tools: Read');

    expect(readers[0]?.because).toBe(
      '`allowed-tools` is ignored in an agent, and without `tools` it inherits every tool',
    );
  });
});

describe('an agent of another tool has that tool', () => {
  const rights = (path: string, text: string) => {
    const target = placeOf(path, targets)!.target!;
    return rightsTable([{ path, document: agentDocument(path, text, target), target }]);
  };

  test.each([
    [
      'Auggie takes its list, without what it does not know',
      '.augment/agents/a.md',
      '---\nname: a\ntools: [view, nonsense]\n---\n',
      'Augment (Auggie): exact, because the list names them: view',
      '  without `nonsense`: no such tool',
    ],
    [
      'and without what is disabled',
      '.augment/agents/a.md',
      '---\nname: a\ntools: [view, save-file]\ndisabled_tools: [save-file]\n---\n',
      'Augment (Auggie): exact, because the list names them: view',
      '  without `save-file`: another key of the file takes it away',
    ],
    [
      'a list of nothing that it knows is nothing',
      '.augment/agents/a.md',
      '---\nname: a\ntools: [nonsense]\n---\n',
      'Augment (Auggie): NONE, because Augment (Auggie) knows none of the names in the list',
      '  without `nonsense`: no such tool',
    ],
    [
      'Gemini CLI too',
      '.gemini/agents/a.md',
      '---\nname: a\ndescription: a\ntools: [read_file, mcp_x_y]\n---\n',
      'Gemini CLI: exact, because the list names them: read_file, mcp_x_y',
    ],
    [
      'an agent of Codex is TOML, and has a sandbox for a list',
      '.codex/agents/a.toml',
      'name = "a"\nsandbox_mode = "read-only"\nweb_search = "disabled"\n',
      'OpenAI Codex: exact, because the sandbox lets nothing be written: read, search',
    ],
    [
      'and without one that of the session',
      '.codex/agents/a.toml',
      'name = "a"\n',
      'OpenAI Codex: ALL, because without `sandbox_mode` it has the sandbox of the session',
    ],
    [
      'Cursor has one flag',
      '.cursor/agents/a.md',
      '---\nname: a\nreadonly: true\n---\n',
      'Cursor: exact, because `readonly` leaves it what changes nothing, and no server: read, search, web',
    ],
    [
      'OpenCode has rules',
      '.opencode/agents/a.md',
      '---\ndescription: a\npermission:\n  "*": deny\n  read: allow\n---\n',
      'OpenCode: exact, because `"*": deny` leaves only what is allowed by name: read',
    ],
    [
      'Kiro has a list',
      '.kiro/agents/a.md',
      '---\nname: a\ntools: [read]\n---\n',
      'Kiro: exact, because the list names them: read',
    ],
    [
      'Devin has one under a name of its own',
      '.devin/agents/a/AGENT.md',
      '---\nname: a\nallowed-tools: [read, exec]\npermissions:\n  deny: [exec]\n---\n',
      'Devin Desktop: exact, because the list names them: read',
    ],
  ])('%s', (_, path, text, ...expected) => {
    expect(rightsAsText(rights(path, text))).toBe(
      [path, ...expected.map((line) => `  ${line}`)].join('\n'),
    );
  });
});

test('the chat modes of the seed are loaded by nobody', () => {
  expect(
    short('.augment/chatmodes/a.chatmode.md', 'description: a\ntools: [view, pytest]'),
  ).toEqual(['-augment exact view']);
});

test('front matter that is broken gives nobody a list', () => {
  const [{ readers } = { readers: [] }] = table(agent, 'tools: [read');

  expect(readers.map(({ unread }) => unread)).toEqual([
    expect.stringContaining('cannot be read'),
    expect.stringContaining('description'),
  ]);
});

test('the text groups what is left out by its reason', () => {
  expect(rightsAsText(table(agent, 'description: a\ntools: [search, view, new, save-file]'))).toBe(
    [
      agent,
      '  VS Code: exact, because the list names them: search',
      '    without `view`, `save-file`: no such tool, unless an extension brings it',
      '    without `new`: gone',
      '  GitHub’s cloud agent: exact, because the list names them: search',
      '    without `view`, `new`, `save-file`: none of GitHub’s names',
    ].join('\n'),
  );
});

test('the JSON is one document, with the day that was asked for', () => {
  expect(JSON.parse(rightsAsJson(table(subagent, 'name: a'), '2025-11-01'))).toMatchObject({
    asOf: '2025-11-01',
    agents: [
      { path: subagent, readers: [{ reader: 'claude', title: 'Claude Code', are: 'all' }, {}, {}] },
    ],
  });
});
