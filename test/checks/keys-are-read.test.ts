import { expect, test } from 'vitest';
import check from '../../src/checks/keys-are-read.ts';
import { augment, claude, copilot, findings, marks } from '../support/checks.ts';

test('a key of another tool is no slip for a key of this one', () => {
  const found = findings(check, augment('---\ndescription: a\nmode: agent\n---\n'));

  expect(found.map(({ mend }) => mend)).toEqual(['Take it out.']);
});

test.each([
  [
    'the keys of the seed are known where it stands',
    augment('---\ndescription: a\nhypertool_persona: b\nsecurity: {}\n---\n'),
    [],
  ],
  [
    'and nowhere else',
    copilot('---\ndescription: a\nhypertool_persona: b\nsecurity: {}\n---\n'),
    ['warning 3:1', 'warning 4:1'],
  ],
  [
    '`allowed-tools` in an agent grants everything',
    claude('---\nname: a\nallowed-tools: Read\n---\n'),
    ['error 3:1'],
  ],
  [
    'and restricts a command',
    { path: '.claude/commands/a.md', text: '---\nallowed-tools: Read\n---\n' },
    [],
  ],
  [
    '`mode` in a prompt',
    { path: '.github/prompts/a.prompt.md', text: '---\nmode: agent\n---\n' },
    ['warning 2:1'],
  ],
  [
    'a key inside of another is not looked at',
    copilot('---\ndescription: a\nmetadata:\n  anything: b\n---\n'),
    [],
  ],
  ['hand-offs of both readers', copilot('---\ndescription: a\nhandoffs: []\n---\n'), []],
  [
    'hand-offs of the cloud agent alone',
    copilot('---\ntarget: github-copilot\nhandoffs: []\nargument-hint: a\n---\n'),
    ['info 3:1', 'info 4:1'],
  ],
  [
    'servers of the cloud agent alone',
    copilot('---\ntarget: github-copilot\nmcp-servers: {}\n---\n'),
    [],
  ],
  ['servers of both readers', copilot('---\ndescription: a\nmcp-servers: {}\n---\n'), ['info 3:1']],
  [
    'servers of VS Code alone',
    copilot('---\ntarget: vscode\nmcp-servers: {}\nmetadata: {}\n---\n'),
    ['info 3:1', 'info 4:1'],
  ],
  ['a list of models for both readers', copilot('---\nmodel: [a, b]\n---\n'), ['info 2:1']],
  ['a list of models for VS Code', copilot('---\ntarget: vscode\nmodel: [a, b]\n---\n'), []],
  ['one model', copilot('---\nmodel: a\n---\n'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('names the key that was meant', () => {
  const [finding] = findings(check, claude('---\nname: a\ndescripton: b\n---\n'));
  expect(finding?.mend).toBe('Did you mean `description`?');
});
