import { expect, test } from 'vitest';
import check from '../../src/checks/front-matter-is-whole.ts';
import { claude, copilot, findings, instruction, marks, source } from '../support/checks.ts';

test.each([
  ['a file without front matter, where a description is needed', copilot('Text.\n'), ['error 1:1']],
  [
    'instructions without front matter are attached by hand only',
    instruction('Text.\n'),
    ['warning 1:1'],
  ],
  [
    'rules for Claude Code apply everywhere without it',
    { path: '.claude/rules/a.md', text: 'Text.\n' },
    [],
  ],
  [
    'a key that is there and empty is missing',
    copilot('---\ndescription:\n---\n\nText.\n'),
    ['error 2:1'],
  ],
  [
    'a list where a text must be',
    claude('---\nname: a\ndescription: [a, b]\n---\n'),
    ['error 3:1'],
  ],
  [
    'a list of numbers is no list of names',
    claude('---\nname: a\ndescription: b\ntools: [1, 2]\n---\n'),
    ['error 4:1'],
  ],
  [
    'a flag in quotes',
    copilot('---\ndescription: b\nuser-invocable: "true"\n---\n'),
    ['error 3:1'],
  ],
  ['an optional key that is empty', claude('---\nname: a\ndescription: b\nmodel:\n---\n'), []],
  ['a key given twice', claude('---\nname: a\nname: b\ndescription: c\n---\n'), ['error 3:1']],
  ['a fence that is not closed', claude('---\nname: a\n'), ['error 1:1']],
  [
    'where no editor loads it from, what is missing stops nobody',
    { path: '.augment/chatmodes/a.chatmode.md', text: '---\ntools: { a: b }\n---\n\nI work.\n' },
    ['warning 1:1', 'warning 2:1'],
  ],
  ['a persona is read by its own schema', source('---\nid: 3\n---\n\n## Role\n\nText.\n'), []],
  ['a persona that cannot be parsed', source('---\nid: [\n---\n'), ['error 3:1']],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test.each([
  [
    'a colon with a blank',
    claude('---\nname: a\ndescription: Tests. Examples: user: "test it"\n---\n'),
    ['warning 3:14 `: `'],
    `description: 'Tests. Examples: user: "test it"'`,
  ],
  [
    'the same in an agent of Copilot',
    copilot('---\nname: a\ndescription: Tests. Examples: user\n---\n'),
    ['error 3:14 `: `'],
    'description: "Tests. Examples: user"',
  ],
  [
    'a list with more behind it',
    { path: '.github/prompts/a.prompt.md', text: '---\nargument-hint: [id] [level]\n---\n' },
    ['error 2:16 `[`'],
    'argument-hint: "[id] [level]"',
  ],
  [
    'a hint as the manual of Claude Code writes it',
    { path: '.claude/commands/a.md', text: '---\nargument-hint: [id] [level]\n---\n' },
    ['warning 2:16 `[`'],
    'argument-hint: "[id] [level]"',
  ],
  [
    'a rule of Cursor, whose globs have none by right',
    { path: '.cursor/rules/a.mdc', text: '---\ndescription: a: b\nglobs: *.ts,*.tsx\n---\n' },
    ['warning 2:14 `: `'],
    'description: "a: b"',
  ],
  [
    'more behind a quote',
    claude('---\nname: a\ndescription: "Tests" it\n---\n'),
    ['error 3:14 quote'],
    `description: '"Tests" it'`,
  ],
])('%s is told by its cause, and put in quotes', (_, file, expected, mended) => {
  const found = findings(check, file);
  expect(
    found.map(({ level, line, column, says }) => {
      const [cause] = /`: `|`\[`|quote(?= and no)/.exec(says) ?? [];
      return `${level} ${line}:${column} ${cause}`;
    }),
  ).toEqual(expected);
  const [edit] = found[0]!.fix!;
  expect(file.text.slice(0, edit!.from) + edit!.text + file.text.slice(edit!.to)).toContain(mended);
});

test.each([
  [
    'text that goes on at the margin',
    '---\nname: a\ndescription: Tests.\n\nExamples: two\n<example>\nuser: "x"\n---\n',
    6,
  ],
  ['a mistake of another kind', '---\nname: a\n  tools: b\n---\n', 3],
])('%s is told on its line', (_, text, line) => {
  expect(findings(check, claude(text))).toMatchObject([{ line }]);
});

test('says that a glob must be in quotes', () => {
  const [finding] = findings(check, instruction('---\napplyTo: **/*.py\n---\n\nText.\n'));
  expect(finding).toMatchObject({ line: 2, mend: expect.stringContaining('in quotes') });
});

test.each([
  ['a chat mode', '.github/chatmodes/a.chatmode.md', '---\ntools: [read]\n---\n'],
  ['an agent that is VS Code’s alone', '.github/agents/a.agent.md', '---\ntarget: vscode\n---\n'],
])('%s is shown without a description, and works', (_, path, text) => {
  expect(marks(check, { path, text })).toEqual(['warning 1:1']);
});

test.each([
  ['a role that the configuration names', 'config_file = "agents/a.toml"', []],
  ['the same, from its own folder', "config_file = './agents/a.toml'", []],
  ['another one', 'config_file = "agents/b.toml"', ['error 1:1', 'error 1:1']],
])('name and description of an agent of Codex stand elsewhere for %s', (_, line, expected) => {
  const file = { path: '.codex/agents/a.toml', text: 'developer_instructions = "Review."\n' };
  const config = { '.codex/config.toml': `[agents.a]\ndescription = "Reviews"\n${line}\n` };

  expect(marks(check, file, config)).toEqual(expected);
});
