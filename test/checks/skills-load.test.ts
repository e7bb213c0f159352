import { expect, test } from 'vitest';
import check from '../../src/checks/skills-load.ts';
import { findings, marks } from '../support/checks.ts';

const skill = (head: string, folder = 'write-tests') => ({
  path: `.github/skills/${folder}/SKILL.md`,
  text: `---\n${head}\n---\n\nSteps.\n`,
});
const claudes = (head: string) => ({
  ...skill(head),
  path: '.claude/skills/write-tests/SKILL.md',
});
const says = 'description: Writes tests.';

test.each([
  ['name and description', skill(`name: write-tests\n${says}`), []],
  ['no front matter', { path: '.agents/skills/a/SKILL.md', text: 'Steps.\n' }, ['error 1:1']],
  ['no name', skill(says), ['error 1:1']],
  ['capitals', skill(`name: Write-Tests\n${says}`), ['error 2:1']],
  ['two hyphens', skill(`name: write--tests\n${says}`, 'write--tests'), ['error 2:1']],
  ['64 letters', skill(`name: ${'a'.repeat(64)}\n${says}`, 'a'.repeat(64)), []],
  ['65 letters', skill(`name: ${'a'.repeat(65)}\n${says}`, 'a'.repeat(65)), ['error 2:1']],
  ['another folder', skill(`name: tests\n${says}`), ['error 2:1']],
  ['no description', skill('name: write-tests'), ['error 1:1']],
  [
    '1025 characters of description',
    skill(`name: write-tests\ndescription: ${'x'.repeat(1025)}`),
    ['error 3:1'],
  ],
  [
    'a list of tools',
    skill(`name: write-tests\n${says}\nallowed-tools: [Read, Edit]`),
    ['warning 4:1'],
  ],
  ['one line of tools', skill(`name: write-tests\n${says}\nallowed-tools: Read Edit`), []],
  ['Claude Code needs no name', claudes(says), ['warning 1:1']],
  ['nor a description', claudes('name: write-tests'), ['warning 1:1']],
  [
    'and takes names that the specification and its own manual do not',
    claudes(`name: Write Tests\n${says}`),
    ['warning 2:1'],
  ],
  ['and names that are not that of the folder', claudes(`name: tests\n${says}`), ['warning 2:1']],
  [
    'what a collection keeps is loaded from somewhere else',
    { path: 'skills/a/SKILL.md', text: `---\nname: tests\n${says}\n---\n\nSteps.\n` },
    ['warning 2:1'],
  ],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test.each([
  ['of its folder, where that is one', skill(`name: Write Tests\n${says}`), 'write-tests'],
  ['nearest to its own, where not', skill(`name: Write Tests\n${says}`, 'Tests!'), 'write-tests'],
])('advises the name %s', (_, file, name) => {
  expect(findings(check, file)).toMatchObject([{ mend: expect.stringContaining(`name: ${name}`) }]);
});
