import { expect, test } from 'vitest';
import check from '../../src/checks/work-can-be-done.ts';
import { augment, claude, copilot, marks } from '../support/checks.ts';

const file = (tools: string, body: string) =>
  `---\nname: a\ndescription: b\ntools: ${tools}\n---\n${body}`;
const runs = '## What I do\n\n- Run the tests\n';

test.each([
  ['it can', claude(file('Read, Bash', runs)), []],
  ['it cannot', claude(file('Read', runs)), ['warning 8:1']],
  ['what it says that it does', claude(file('Read', 'I run the tests.\n')), ['warning 6:1']],
  ['a step in plain text', claude(file('Read', 'Run `pytest -q` when done.\n')), []],
  ['a step that is told', claude(file('Read', 'Run `pytest -q` and read it.\n')), ['warning 6:1']],
  ['a step that somebody is asked for', claude(file('Read', 'Run the tests, or ask.\n')), []],
  ['without a list it can', claude(`---\nname: a\n---\n${runs}`), []],
  ['an alias of another tool', copilot(file('[bash]', runs)), []],
  ['a set of old', copilot(file('[runCommands]', runs)), []],
  [
    'a name that nobody knows may be the tool of an extension',
    copilot(file('[my_runner]', runs)),
    [],
  ],
  ['a server may bring one', copilot(file('["ops/*"]', runs)), []],
  [
    'a server whose tools are known brings none',
    copilot(file('[serena/find_symbol]', runs)),
    ['warning 8:1'],
  ],
  ['a server as the seed writes it', augment(file('[find_symbol_Serena]', runs)), ['warning 8:1']],
  [
    'a name that Augment does not know is no tool',
    augment(file('[view, pytest]', runs)),
    ['warning 8:1'],
  ],
  ['told once', claude(file('Read', `${runs}- Run linting\n`)), ['warning 8:1']],
  [
    'two things that it cannot do',
    claude(file('Read', '## What I do\n- ✅ Fix bugs\n- Run tests\n')),
    ['warning 7:1', 'warning 8:1'],
  ],
  ['what others do', claude(file('Read', '## What I do\n\n### Not\n- Run tests\n')), []],
  ['a step that takes a shell', claude(file('Read', '1. Run the tests\n')), ['warning 6:1']],
  ['a command in a step', copilot(file('[read]', '- Run `npm test` again\n')), ['warning 6:1']],
  ['a step that others take', claude(file('Read', '- Ask the user to run tests\n')), []],
  ['a step of an example', claude(file('Read', '## Example\n- Run the tests\n')), []],
  ['a step that depends', claude(file('Read', '- Run the tests if you can\n')), []],
  [
    'a commit, and nothing but the tools of a server',
    copilot(file('["Cover/*"]', '4. **Commit Changes:**\n')),
    ['info 6:1'],
  ],
  ['a commit, and a server for it', copilot(file('["github/*"]', '- Commit the changes\n')), []],
  ['elsewhere it is no promise', claude(file('Read', '## Steps\n- Fix bugs\n')), []],
])('%s', (_, example, expected) => {
  expect(marks(check, example)).toEqual(expected);
});
