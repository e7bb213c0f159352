import { expect, test } from 'vitest';
import check from '../../src/checks/work-can-be-done.ts';
import { augment, claude, copilot, marks } from '../support/checks.ts';

const file = (tools: string, body: string) =>
  `---\nname: a\ndescription: b\ntools: ${tools}\n---\n${body}`;
const runs = '## What I do\n\n- Run the tests\n';

test.each([
  ['it can', claude(file('Read, Bash', runs)), []],
  ['it cannot', claude(file('Read', runs)), ['warning 8:1']],
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
  ['elsewhere it is no promise', claude(file('Read', '## Steps\n- Run tests\n')), []],
])('%s', (_, example, expected) => {
  expect(marks(check, example)).toEqual(expected);
});
