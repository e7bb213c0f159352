import { expect, test } from 'vitest';
import check from '../../src/checks/tools-are-known.ts';
import { augment, claude, copilot, findings, marks } from '../support/checks.ts';

const list = (tools: string) => `---\nname: a\ndescription: b\ntools: ${tools}\n---\n`;

test.each([
  [
    'sets, tools, servers and extensions',
    copilot(list('[edit, search/codebase, "context7/*", github/create_issue, ms.ext/run]')),
    [],
  ],
  ['aliases in any case', copilot(list('[bash, READ, WebFetch]')), []],
  ['one line of names', copilot(list('"read, nothing-of-the-kind, edit"')), ['warning 4:15']],
  ['a name that moved', copilot(list('[codebase, edit]')), ['warning 4:9']],
  [
    'a name that moved, of which no source tells',
    copilot(list('[runTests, edit]')),
    ['warning 4:9'],
  ],
  ['a tool that its set does not have', copilot(list('[edit/makeCoffee, read]')), ['warning 4:9']],
  [
    'names that another tool has',
    copilot(list('[codebase-retrieval, save-file]')),
    ['warning 4:9', 'warning 4:29'],
  ],
  [
    'a name as extensions and servers give them',
    copilot(list('[microsoft_docs_search]')),
    ['info 4:9'],
  ],
  ['a server without its tools', copilot(list('[context7]')), ['warning 4:9']],
  ['another spelling', copilot(list('[web_githubRepo]')), ['warning 4:9']],
  [
    'what the command line writes itself, and no editor knows',
    copilot(list('[shell, read, edit, task, skill, web_search, ask_user]')),
    ['info 4:34', 'info 4:41', 'info 4:53'],
  ],
  [
    'tools that an editor had for some months',
    copilot(list('[vscode/openSimpleBrowser, vscode/openIntegratedBrowser]')),
    [],
  ],
  [
    'only names that have moved, which VS Code still takes',
    copilot(list('[codebase, usages]')),
    ['warning 4:9', 'warning 4:19'],
  ],
  ['an empty list is a choice', copilot(list('[]')), []],
  ['no list is a choice', copilot('---\ndescription: b\n---\n'), []],
  [
    'tools of today, one that has another name now, and one that is gone',
    claude(list('TaskCreate, KillShell, LS')),
    ['warning 4:20', 'warning 4:31'],
  ],
  ['subagents by name', claude(list('Read, Agent(a, b), Bash(git:*)')), []],
  ['subagents by name in a list that YAML cuts', claude(list('[Read, Agent(a, b)]')), []],
  [
    'servers, their tools, and all of them',
    claude(list('mcp__github, mcp__github__search, mcp__github__*')),
    [],
  ],
  [
    'names of Copilot in an agent of Claude',
    claude(list('read, edit')),
    ['warning 4:8', 'warning 4:14'],
  ],
  [
    'a tool with the name of its server, as the seed writes it',
    augment(list('[view, find_symbol_Serena, browser_*_Playwright]')),
    [],
  ],
  [
    'a command may name tools too',
    { path: '.claude/commands/a.md', text: '---\nallowed-tools: Bash(git add:*), Raed\n---\n' },
    ['warning 2:33'],
  ],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test.each([
  [copilot(list('[fetch, edit]')), 'Write `web/fetch`.'],
  [
    copilot(list('[findTestFiles, edit]')),
    'Take it out, or write `search/fileSearch`, which does such work today.',
  ],
  [claude(list('LS, Read')), 'Take it out.'],
  [copilot(list('[read_file, edit]')), 'Write `read/readFile`.'],
  [copilot(list('[context7, edit]')), 'If it is an MCP server, write `context7/*`'],
  [claude(list('Raed, Edit')), 'Did you mean `Read`?'],
])('tells what to write: %#', (file, mend) => {
  expect(findings(check, file)[0]?.mend).toContain(mend);
});

test('takes a name of any length', () => {
  const name = 'x('.repeat(40_000);
  expect(marks(check, copilot(`---\ntools: ["${name}"]\n---\n`))).toEqual(['warning 2:10']);
});
