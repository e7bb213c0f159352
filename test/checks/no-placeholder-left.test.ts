// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are what is looked for
import { expect, test } from 'vitest';
import check from '../../src/checks/no-placeholder-left.ts';
import { claude, copilot, findings, marks, source } from '../support/checks.ts';

test.each([
  ['what a manual calls them', claude('Use {{variables}} and {{ placeholder }}.\n'), []],
  ['a hole of a template', claude('I am {{name}}.\n'), ['warning 1:6']],
  ['a hole of another engine', claude('I am <%= name %>.\n'), ['warning 1:6']],
  [
    'a hole in the front matter',
    claude('---\nname: a\ndescription: "For {{team}}"\n---\n'),
    ['warning 3:19'],
  ],
  ['talk of templates in back-ticks', claude('Write `{{name}}` there.\n'), []],
  ['a template in a fence', claude('```hbs\n{{name}}\n```\n'), []],
  ['a template in indented code', claude('So:\n\n    {{name}}\n'), []],
  ['a hole in a nested list', claude('- a\n    - {{name}}\n'), ['warning 2:7']],
  ['what GitHub fills in', claude('Use ${{ secrets.TOKEN }} there.\n'), []],
  [
    'what VS Code fills in',
    {
      path: '.github/prompts/a.prompt.md',
      text: 'Test ${selection} of ${input:x} in ${workspaceFolder}.\n',
    },
    [],
  ],
  ['a variable of nobody', claude('Deploy to ${TODO}.\n'), ['warning 1:11']],
  ['a note to oneself', claude('- TODO: say how\n'), ['warning 1:3']],
  ['a note to oneself after a sentence', claude('It works. TODO: say how\n'), ['warning 1:11']],
  ['a sentence about notes', claude('Be kind. TODO comments are read.\n'), []],
  ['a value that is still open', claude('**Owner:** TBD\n'), ['warning 1:12']],
  ['an open cell of a table', claude('| Owner | TBD |\n'), ['warning 1:11']],
  [
    'talk of notes to oneself',
    claude('Look for TODO comments and FIXME marks.\nKeep a TODO list.\n'),
    [],
  ],
  ['a gap that was to be filled in', claude('I work for [Your Company].\n'), ['warning 1:12']],
  ['a gap in angles', claude('I work for <your company here>.\n'), ['warning 1:12']],
  ['an argument of a command', claude('Say <your name> to it.\n'), []],
  [
    'an input without a name',
    { path: '.github/prompts/a.prompt.md', text: 'Test ${input:} now.\n' },
    ['warning 1:6'],
  ],
  ['a link is no gap', claude('See [Your First Agent](https://example.org).\n'), []],
  ['filler', claude('Lorem ipsum dolor sit amet.\n'), ['warning 1:1']],
  ['a fact in a persona, in code too', source('Run {{test}}.\n\n```bash\n{{coverage}}\n```\n'), []],
  [
    'no fact in a persona, in code too',
    source('Run {{tset}}.\n\n```bash\n{{covrage}}\n```\n'),
    ['error 1:5', 'error 4:1'],
  ],
  ['a fact with blanks is not filled in', source('Run {{ test }}.\n'), ['error 1:5']],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

const server = (line: string) =>
  copilot(`---\ndescription: a\nmcp-servers:\n  x:\n    ${line}\n---\n\nI ask it.\n`);

test.each([
  ['a path of a manual', 'env: { CLI: "/placeholder/path/to/cli" }', ['warning 5:18']],
  ['another', "args: ['run', '/path/to/server.py']", ['warning 5:20']],
  ['an address of nobody', 'url: https://your-instance.example.com/mcp', ['warning 5:18']],
  ['a key of nobody', 'env: { KEY: YOUR_API_KEY }', ['warning 5:17']],
  ['a name in angles', 'args: [--org, <your org>]', ['warning 5:19']],
  ['a secret and a variable', 'headers: { A: "Bearer ${{ secrets.YOUR_KEY }} $YOUR_TOKEN" }', []],
  ['a real path', 'command: /usr/local/bin/pathtool', []],
  ['a comment', 'command: npx # or /path/to/server', []],
])('%s in a server', (_, line, expected) => {
  expect(marks(check, server(line))).toEqual(expected);
});

test('a path of a manual in a description is none of a server', () => {
  const file = copilot('---\ndescription: Reads /path/to/file\n---\n\nI read.\n');
  expect(marks(check, file)).toEqual([]);
});

test('names the fact that was meant', () => {
  expect(findings(check, source('Run {{tset}}.\n'))[0]?.mend).toBe('Write `{{test}}`.');
});
