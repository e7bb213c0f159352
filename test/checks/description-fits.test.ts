import { expect, test } from 'vitest';
import check from '../../src/checks/description-fits.ts';
import { claude, copilot, instruction, marks } from '../support/checks.ts';

const says = (description: string) => `---\nname: a\ndescription: "${description}"\n---\n`;

test.each([
  ['empty, where it is required', claude(says('  ')), ['error 3:1']],
  ['empty, where it is not', instruction(says('')), ['warning 3:1']],
  ['as the template has it', claude(says('Example description')), ['warning 3:1']],
  ['short', claude(says('Tests')), ['warning 3:1']],
  ['as long as it may be', claude(says(`Use when ${'x'.repeat(4991)}`)), []],
  ['longer', claude(says(`Use when ${'x'.repeat(4992)}`)), ['warning 3:1']],
  ['without an occasion', claude(says('Writes unit tests for services')), ['info 3:1']],
  ['with one', claude(says('Writes unit tests. Use it after a change')), []],
  ['in VS Code nobody asks for the occasion', copilot(says('Writes unit tests for services')), []],
  ['missing, which another check tells', claude('---\nname: a\n---\n'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});
