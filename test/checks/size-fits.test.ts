import { expect, test } from 'vitest';
import check from '../../src/checks/size-fits.ts';
import { augment, claude, copilot, marks } from '../support/checks.ts';

const skill = (text: string) => ({ path: '.github/skills/a/SKILL.md', text });

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
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});
