import { expect, test } from 'vitest';
import check from '../../src/checks/versions-agree.ts';
import { meet, allOf, rangeIn, versionIn } from '../../src/facts/version-range.ts';
import { claude, findings, marks } from '../support/checks.ts';

const toml = (spec: string) => ({
  'pyproject.toml': `[project]\nname = "a"\nrequires-python = "${spec}"\ndependencies = ["pydantic[email]>=2.5,<3", "pytest"]\n`,
});
const json = (spec: string) => ({
  'package.json': `{\n  "engines": { "node": "${spec}" },\n  "dependencies": { "react": "^18.2.0" }\n}\n`,
});
const stack = (item: string) => claude(`## Tech stack\n\n- ${item}\n`);

test.each([
  ['what pyproject.toml asks for', claude('We use Python 3.12.'), toml('>=3.11'), []],
  ['less than it asks for', claude('We use Python 3.9.'), toml('>=3.11'), ['warning 1:15']],
  ['less, and any later', stack('Python 3.9+'), toml('>=3.11'), ['warning 3:10']],
  ['more than it lets pass', stack('Python 3.14'), toml('>=3.11,<3.13'), ['warning 3:10']],
  ['more at least', stack('Python 3.12+'), toml('>=3.11'), []],
  ['a pin', claude('Use Python 3.13.'), { '.python-version': '3.12.4\n' }, ['warning 1:12']],
  [
    'older than the pin, and in the range',
    claude('Use Python 3.11.'),
    { ...toml('>=3.11'), '.python-version': '3.12' },
    [],
  ],
  [
    'at least, and older than the pin',
    claude('Use Python 3.11+.'),
    { '.python-version': '3.12' },
    [],
  ],
  [
    'older than the pin',
    claude('Use Python 3.11.'),
    { '.python-version': '3.12' },
    ['warning 1:12'],
  ],
  ['Node', claude('This project runs on Node.js 18.'), json('>=20.19'), ['warning 1:30']],
  ['Node by a label', claude('- **Runtime**: Node v18'), json('>=20.19'), ['warning 1:22']],
  ['Node by .nvmrc', claude('Requires Node 18 or later.'), { '.nvmrc': 'v20.11.1\n' }, []],
  ['a name instead of a version', claude('Requires Node 18.'), { '.nvmrc': 'lts/iron\n' }, []],
  ['a package of npm', stack('React 19 with hooks'), json('20'), ['warning 3:9']],
  ['a package of PyPI', stack('**Pydantic** v1'), toml('>=3.11'), ['warning 3:17']],
  ['a package of PyPI, as it is', stack('Pydantic 2.x'), toml('>=3.11'), []],
  ['a package that has no version', stack('pytest 7'), toml('>=3.11'), []],
  [
    'two in one text',
    claude('Python version: 3.11\n\nWe require Python 3.12.'),
    {},
    ['warning 3:19'],
  ],
  [
    'one and what it begins with',
    claude('Python version: 3.11\n\nWe require Python 3.11.4.'),
    {},
    [],
  ],
  [
    'one and at least one that is older',
    claude('Python version: 3.11\n\nWe require Python 3.9+.'),
    {},
    [],
  ],
  [
    'two that are the least',
    claude('Python version: 3.11+\n\nWe require Python 3.9+.'),
    {},
    ['warning 3:19'],
  ],
  [
    'what was before',
    claude('We migrated from Python 3.9. We use Python 3.9 no longer.'),
    toml('>=3.11'),
    [],
  ],
  [
    'what a feature needs',
    claude('Exception groups came in Python 3.11; in Python 3.8 they fail.'),
    toml('>=3.12'),
    [],
  ],
  ['what may be had', claude('The library supports Python 3.8, 3.9 and 3.10.'), toml('>=3.12'), []],
  ['an item that is no stack', claude('## History\n\n- Python 3.8 was slow\n'), toml('>=3.12'), []],
  ['code', claude('```text\nWe use Python 3.8.\n```'), toml('>=3.12'), []],
])('%s', (_, file, others, expected) => {
  expect(marks(check, file, others)).toEqual(expected);
});

const other = (text: string) => ({ 'AGENTS.md': text });

test.each([
  ['another file of the project', 'We use Python 3.11.', other('- Python: 3.12\n'), 1],
  ['the same in another file', 'We use Python 3.12.', other('- Python: 3.12\n'), 0],
  [
    'an agent that says no more than its stack',
    'We use Python 3.11.',
    { '.claude/agents/a.md': '## Stack\n\n- Python 3.12\n' },
    0,
  ],
  [
    'an agent of a collection',
    'We use Python 3.11.',
    { 'agents/b.agent.md': 'We use Python 3.12.' },
    0,
  ],
  ['a memory', 'We use Python 3.11.', { '.augment/memory/a.memory.md': 'We use Python 3.10.' }, 0],
])('%s', (_, text, others, many) => {
  expect(marks(check, { path: 'GEMINI.md', text }, others)).toHaveLength(many);
});

test('shows both, and where the other stands', () => {
  expect(findings(check, claude('We use Python 3.9.'), toml('>=3.11'))[0]?.says).toBe(
    'Python is 3.9 here, and `>=3.11` in pyproject.toml:3.',
  );
});

test.each([
  ['^18.2.0', '18', true],
  ['^18.2.0', '19', false],
  ['^0.2.3', '0.3', false],
  ['~1.2.3', '1.3', false],
  ['~=2.5', '2.9', true],
  ['~=2.5.1', '2.6', false],
  ['==3.11.*', '3.11', true],
  ['3.x', '4', false],
  ['>=18 <21', '21', false],
  ['^18 || ^20', '20', true],
  ['>=3.9,!=3.9.1', '3.10', true],
  ['<=20', '20.5', true],
  ['*', '7', true],
])('%s and %s', (spec, version, expected) => {
  expect(meet(rangeIn(spec)!, allOf(versionIn(version)))).toBe(expected);
});

test.each(['latest', 'workspace:*', 'github:a/b', 'file:../a', ''])(
  '%s names no version',
  (spec) => {
    expect(rangeIn(spec)).toBeUndefined();
  },
);
