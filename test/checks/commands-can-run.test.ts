import { expect, test } from 'vitest';
import check from '../../src/checks/commands-can-run.ts';
import { claude, findings, marks } from '../support/checks.ts';

const shell = (text: string) => `\`\`\`bash\n${text}\n\`\`\`\n`;
const project = {
  'package.json': '{ "scripts": { "test": "vitest" } }',
  'scripts/run.py': '',
  '.claude/agents/scripts/own.sh': '',
};

test.each([
  ['a script that is there', shell('python scripts/run.py --all'), []],
  ['a script beside the file', shell('bash scripts/own.sh'), []],
  ['a script that is not there', shell('uv run python scripts/none.py "x"'), ['warning 2:15']],
  ['in the middle of a line', shell('cd x && ./scripts/none.sh'), ['warning 2:11']],
  ['a module', shell('python -m pytest tests'), []],
  ['a comment', shell('# python scripts/none.py'), []],
  ['a script of npm', shell('npm run test\nnpm run lint'), ['warning 3:1']],
  ['a type checker without the project', 'Use `uvx pyright src`.', ['warning 1:6']],
  ['a linter needs no project', 'Use `uvx ruff check`.', []],
  ['a command of ours', shell('npx create-persona check\ncreate-persona architect'), []],
  ['a command of ours that there is not', shell('$ create-persona chekc'), ['warning 2:3']],
  ['a placeholder', shell('pytest tests/component/ -v'), ['warning 2:8']],
  ['a real name', shell('pytest tests/components/ -v'), []],
  ['code of another language', '```python\nscripts/none.py\n```\n', []],
  ['prose', 'Then python scripts/none.py runs.', []],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text), project, ['architect'])).toEqual(expected);
});

test('without a project no script can be missing', () => {
  expect(marks(check, claude(shell('python scripts/none.py')))).toEqual([]);
});

test('names the command that was meant', () => {
  expect(findings(check, claude(shell('create-persona chekc')))[0]?.mend).toBe('Write `check`.');
});
