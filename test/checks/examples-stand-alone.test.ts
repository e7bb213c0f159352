import { expect, test } from 'vitest';
import check from '../../src/checks/examples-stand-alone.ts';
import { claude, marks } from '../support/checks.ts';

const fence = (text: string) => claude(`\`\`\`python\n${text}\n\`\`\`\n`);

test.each([
  ['one example', fence('def f(): ...'), []],
  ['good and bad', fence('# Good\na = 1\n# Bad\nb = 1'), ['info 1:1']],
  ['and both define the same', fence('# Good\ndef f(): ...\n# Bad\ndef f(): ...'), ['warning 1:1']],
  ['before and after', fence('# Before: slow\na = 1\n# After: fast\nb = 1'), ['info 1:1']],
  ['broken marks', fence('# âœ… Full\na = 1\n# âŒ None\nb = 1'), ['info 1:1']],
  [
    'a comment inside of the code',
    fence('def f():\n    # bad luck\n    # good luck\n    pass'),
    [],
  ],
  ['words that only look like it', fence('# Goods are sold\na = 1\n# Badges are given\nb = 1'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});
