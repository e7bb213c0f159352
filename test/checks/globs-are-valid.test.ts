import { expect, test } from 'vitest';
import check from '../../src/checks/globs-are-valid.ts';
import { augment, findings, instruction, marks, source } from '../support/checks.ts';

const apply = (value: string) => instruction(`---\napplyTo: ${value}\n---\n`);

test.each([
  ['everything', apply('"**"'), []],
  ['a comma in braces parts nothing', apply('"**/*.{ts,tsx}, src/**"'), []],
  ['a route with brackets', apply('"app/[id]/**"'), []],
  ['nothing', apply('""'), ['warning 2:1']],
  ['an absolute path', apply('"src/**,/etc/**"'), ['warning 2:18']],
  ['a path out of the project', apply('"../other/**"'), ['error 2:11']],
  ['a list, which VS Code does not ask for', apply('["a/**", "b/**"]'), ['warning 2:1']],
  [
    'a list of objects, which nobody reads',
    instruction('---\napplyTo:\n  - pattern: "a/**"\n---\n'),
    ['error 2:1'],
  ],
  [
    'a list where Augment stands',
    { path: '.augment/instructions/a.instructions.md', text: '---\napplyTo: ["a/**"]\n---\n' },
    [],
  ],
  [
    'the paths of a rule',
    { path: '.claude/rules/a.md', text: '---\npaths:\n  - "src/**"\n  - "src/{a"\n---\n' },
    ['error 4:6'],
  ],
  [
    'the paths that a chat mode restricts',
    augment('---\nsecurity:\n  restricted_paths:\n    - "~/secrets"\n---\n'),
    ['error 4:8'],
  ],
  [
    'the paths that a persona denies',
    source('---\npaths: { deny: ["a\\\\b"] }\n---\n'),
    ['error 2:1'],
  ],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('says how to write a list in one line', () => {
  expect(findings(check, apply('["a/**", "b/**"]'))[0]?.mend).toBe('Write `applyTo: "a/**,b/**"`.');
});
