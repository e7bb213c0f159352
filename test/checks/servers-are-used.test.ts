import { expect, test } from 'vitest';
import check from '../../src/checks/servers-are-used.ts';
import { augment, claude, copilot, marks } from '../support/checks.ts';

const allows = (servers: string, tools: string, body = '') =>
  augment(
    `---\ntools: ${tools}\nsecurity:\n  allowed_mcp_servers:\n    - ${servers}\n---\n${body}`,
  );

test.each([
  ['used by a tool', allows('serena', '[find_symbol_Serena]'), []],
  ['named in the text', allows('github', '[view]', 'Read issues with GitHub.\n'), []],
  ['never used', allows('github', '[view]'), ['warning 5:7']],
  [
    'a folder or a page is no use',
    allows('github', '[view]', '`.github/` and github.com\n'),
    ['warning 5:7'],
  ],
  ['used by a tool of another dialect', allows('serena', '{ allowed: [find_symbol_Serena] }'), []],
  [
    'used by a tool in an example',
    allows('serena', '[view]', '```\nread_memory_Serena\n```\n'),
    [],
  ],
  ['at the end of a sentence', allows('github', '[view]', 'Use github.\n'), []],
  ['part of another word', allows('git', '[view]', 'Use gitmcp.\n'), ['warning 5:7']],
  [
    'used and not allowed',
    allows('serena', '[find_symbol_Serena, click_Playwright]'),
    ['warning 2:29'],
  ],
  ['no list of servers', augment('---\ntools: [find_symbol_Serena]\n---\n'), []],
  [
    'started, and no tool of it granted',
    claude('---\ntools: Read\nmcpServers:\n  - github\n---\n'),
    ['warning 4:5'],
  ],
  ['started, and all tools are granted', claude('---\nmcpServers:\n  - github\n---\n'), []],
  [
    'started in place',
    copilot('---\ntools: [read]\nmcp-servers:\n  db:\n    command: x\n---\n'),
    ['warning 4:3'],
  ],
  [
    'started in place, and granted',
    copilot('---\ntools: ["db/*"]\nmcp-servers:\n  db:\n    command: x\n---\n'),
    [],
  ],
  [
    'started in place, and granted by the bare name of a tool',
    copilot('---\ntools: [read, ask_db]\nmcp-servers:\n  db:\n    tools: [ask_db]\n---\n'),
    ['info 2:15'],
  ],
  ['a list of something else', claude('---\ntools: Read\nmcpServers: [1, null]\n---\n'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test.each([
  ['a server of which it has nothing', 'Ask the Grafana MCP server.\n', ['info 5:9']],
  ['the same, in back-ticks and twice', '`grafana` MCP tools, Grafana MCP tools\n', ['info 5:2']],
  ['a server of which it has a tool', 'Ask the Context7 MCP server.\n', []],
  ['a word that is no server', 'Write your own MCP server, and see the GitHub MCP Gallery.\n', []],
])('the text of an agent with a list of tools speaks of %s', (_, body, expected) => {
  const file = copilot(`---\ndescription: a\ntools: [read, context7/*]\n---\n${body}`);

  expect(marks(check, file)).toEqual(expected);
});
