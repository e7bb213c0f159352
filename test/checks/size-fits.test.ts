import { describe, expect, test } from 'vitest';
import check from '../../src/checks/size-fits.ts';
import { augment, claude, copilot, findings, marks } from '../support/checks.ts';

const skill = (text: string) => ({ path: '.github/skills/a/SKILL.md', text });

const at = (path: string, size: number, sign = 'x') => ({ path, text: sign.repeat(size) });
const lines = (path: string, count: number) => ({ path, text: Array(count).fill('a').join('\n') });

test.each([
  ['as much as GitHub takes', copilot('x'.repeat(30_000)), []],
  ['one more', copilot('x'.repeat(30_001)), ['error 1:1']],
  [
    'front matter counts for nothing',
    copilot(`---\ndescription: ${'x'.repeat(30_001)}\n---\nText.\n`),
    [],
  ],
  [
    'GitHub passes by what is for VS Code alone',
    copilot(`---\ndescription: a\ntarget: vscode\n---\n${'x'.repeat(30_001)}\n`),
    [],
  ],
  ['Claude Code has no such limit', claude('x'.repeat(40_000)), []],
  ['a chat mode that Windsurf would cut', augment('x'.repeat(12_001)), ['info 1:1']],
  ['a chat mode that everybody takes', augment('x'.repeat(12_000)), []],
  ['a long skill', skill(`---\nname: a\n---\n${'a\n'.repeat(500)}`), ['info 4:1']],
  ['a rule that Windsurf cuts', at('.windsurf/rules/a.md', 12_001), ['error 1:1']],
  ['a rule that it takes', at('.windsurf/rules/a.md', 12_000), []],
  ['a workflow that Windsurf cuts', at('.windsurf/workflows/a.md', 12_001), ['error 1:1']],
  ['a rule longer than Cursor advises', lines('.cursor/rules/a.mdc', 501), ['info 1:1']],
  ['a rule as long as it advises', lines('.cursor/rules/a.mdc', 500), []],
  ['a memory longer than Claude Code advises', lines('CLAUDE.md', 201), ['info 1:1']],
  ['a memory as long as it advises', lines('web/CLAUDE.md', 200), []],
  ['an AGENTS.md that Codex cuts', at('AGENTS.md', 32_769), ['warning 1:1']],
  ['one that it reads to the end', at('AGENTS.md', 32_768), []],
  ['one that it cuts after few signs of many bytes', at('AGENTS.md', 16_385, 'é'), ['warning 1:1']],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

describe('of the AGENTS.md of a folder and of those above', () => {
  const says = (files: Readonly<Record<string, string>>) =>
    findings(check, { path: 'a/b/AGENTS.md', text: files['a/b/AGENTS.md']! }, files).map(
      ({ says }) => says.split(': ').at(-1),
    );
  const long = 'x'.repeat(20_000);

  test.each([
    ['those that fit are read', { 'AGENTS.md': 'x', 'a/b/AGENTS.md': long }, []],
    [
      'the last is cut',
      { 'AGENTS.md': long, 'a/b/AGENTS.md': long },
      ['the rest of this one is cut off.'],
    ],
    [
      'the last is not read',
      { 'AGENTS.md': long, 'a/AGENTS.md': long, 'a/b/AGENTS.md': 'x' },
      ['nothing of this one is read.'],
    ],
    [
      'one that is overruled counts for nothing',
      { 'AGENTS.md': long, 'AGENTS.override.md': 'x', 'a/b/AGENTS.md': long },
      [],
    ],
    ['one beside it counts for nothing', { 'b/AGENTS.md': long, 'a/b/AGENTS.md': long }, []],
    [
      'more are read where the project says so',
      {
        'AGENTS.md': long,
        'a/b/AGENTS.md': long,
        '.codex/config.toml': 'model = "x"\nproject_doc_max_bytes = 65_536\n',
      },
      [],
    ],
  ])('%s', (_, files, expected) => {
    expect(says(files)).toEqual(expected);
  });
});
