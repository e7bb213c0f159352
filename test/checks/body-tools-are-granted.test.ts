import { expect, test } from 'vitest';
import check from '../../src/checks/body-tools-are-granted.ts';
import { augment, claude, copilot, marks } from '../support/checks.ts';

const file = (tools: string, body: string) => `---\ndescription: b\ntools: ${tools}\n---\n${body}`;

test.each([
  [
    'without a list everything is granted',
    augment('---\ndescription: b\n---\n## Allowed Tools\n- `view`\n'),
    [],
  ],
  [
    'a tool in a group',
    augment(file('[view]', '## Allowed Tools\n### Tests\n- `view`\n- `launch-process`\n')),
    ['error 8:4'],
  ],
  [
    'a tool that is forbidden is not granted',
    augment(file('[view]', '## Tools\n### Restricted Tools\n- `launch-process`\n')),
    [],
  ],
  [
    'a tool in bold, with back-ticks and without',
    copilot(file('[read]', '## Tools\n- **`edit`**: write\n- **web/fetch**: look up\n')),
    ['error 6:6', 'error 7:5'],
  ],
  [
    'a word in bold is no tool',
    copilot(file('[read]', '## Tools\n- **Search** the code\n- **edit**: and more\n')),
    [],
  ],
  [
    'a sentence that tells to use one, by the name that a model has for it',
    copilot(file('[search]', 'I read the document using `read_file` to:\n')),
    ['warning 5:28'],
  ],
  [
    'a sentence that tells to use one, by the name that a list has for it',
    copilot(file('[search]', "Look it up with the 'web/fetch' tool, then use the `edit` tool.\n")),
    ['warning 5:22', 'warning 5:53'],
  ],
  [
    'the same in Claude Code',
    claude(file('Read', 'Use Glob tool to expand it.\n')),
    ['warning 5:5'],
  ],
  [
    'what is granted, forbidden, or offered as one of two',
    copilot(
      file(
        '[read]',
        'Use `read_file`.\nNever use the `edit` tool.\nUse the `web/fetch` tool if available.\n',
      ),
    ),
    [],
  ],
  [
    'a function of some code is no tool',
    copilot(file('[read]', 'Call `my_function` and use `parse_args`, or the `black` tool.\n')),
    [],
  ],
  [
    'no tool but two, and more are granted',
    copilot(
      file(
        '[vscode, agent, edit, todo, x-y]',
        'Stop before any tool other than `runSubagent` and `manage_todo_list`.\n',
      ),
    ),
    ['info 3:9'],
  ],
  [
    'no tool but one, and nobody to pass on the others to',
    copilot(file('[search, edit]', 'Never use any tool except `search`.\n')),
    ['warning 3:17'],
  ],
  [
    'no tool but those that are granted',
    copilot(file('[agent, todo]', 'Only use the `agent` and `todo` tools.\n')),
    [],
  ],
  [
    'no tool but those of a server, of which nobody knows more',
    copilot(file('[agent, edit]', 'Use no tool except `ask_docs`.\n')),
    [],
  ],
  ['a program is no tool', augment(file('[view]', '## CLI tools\n- `kubectl` - apply\n')), []],
  [
    'a command that begins with a program is no tool',
    augment(file('[view]', '## Allowed Tools\n- `view`\n- `uv run pytest`\n')),
    [],
  ],
  [
    'a wildcard grants what it matches',
    augment(file('["browser_*_Playwright"]', '## Allowed Tools\n- `browser_click_Playwright`\n')),
    [],
  ],
  [
    'a wildcard in the text names what it matches',
    augment(file('[browser_click_Playwright]', '## Allowed Tools\n- `browser_*_Playwright`\n')),
    ['error 6:4'],
  ],
  [
    'a set grants its tools',
    copilot(file('[search]', '## Allowed Tools\n- `search/codebase`\n')),
    [],
  ],
  [
    'a server grants its tools',
    copilot(file('["github/*"]', '## Allowed Tools\n- `github/create_issue`\n- `create_issue`\n')),
    [],
  ],
  [
    'a server of Claude grants its tools',
    claude(file('mcp__github', '## Allowed Tools\n- `mcp__github__search`\n')),
    [],
  ],
  [
    'how a tool is written, which calls none',
    copilot(file('[read]', 'Tools in the text: `#tool:name` (e.g., `#tool:edit`)\n')),
    [],
  ],
  [
    'a tool is called for by name',
    copilot(file('[read]', 'Use #tool:edit and #tool:read/readFile.\n')),
    ['warning 5:5'],
  ],
  [
    'granted and never named',
    augment(file('[view, diagnostics]', '## Allowed Tools\n- `view`\n')),
    ['warning 3:15'],
  ],
  [
    'a sentence that tells to use one by a name that no word has',
    claude(file('Read', 'Use `Bash` to run them, and `Ledger` to count.\n')),
    ['warning 5:6'],
  ],
  [
    'a tool is called for as only VS Code knows it, told once',
    claude(file('Read', 'Use #tool:edit and #tool:read/readFile.\n')),
    ['info 5:5'],
  ],
  ['how it is written, which calls none', claude(file('Read', 'The syntax is #tool:x.\n')), []],
  ['no section, no complaint', augment(file('[view, diagnostics]', 'Text.\n')), []],
])('%s', (_, example, expected) => {
  expect(marks(check, example)).toEqual(expected);
});
