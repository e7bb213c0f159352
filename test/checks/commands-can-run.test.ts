import { describe, expect, test } from 'vitest';
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
  ['in the middle of a line', shell('npm ci && ./scripts/none.sh'), ['warning 2:13']],
  ['in a folder that is there', shell('cd scripts && python sub/none.py'), ['warning 2:22']],
  ['in a folder that nobody knows', shell('cd x && ./scripts/none.sh'), []],
  ['what a build brings', shell('node dist/index.js\nnode packages/a/build/cli.js'), []],
  ['what lies beside the project', shell('python ../tools/none.py'), []],
  ['a module', shell('python -m pytest tests'), []],
  ['a comment', shell('# python scripts/none.py'), []],
  ['a script of npm', shell('npm run test\nnpm run lint'), ['warning 3:1']],
  ['a type checker without the project', 'Use `uvx pyright src`.', ['warning 1:6']],
  ['a linter needs no project', 'Use `uvx ruff check`.', []],
  ['a command of ours', shell('npx create-persona check\ncreate-persona architect'), []],
  ['a command of ours that there is not', shell('$ create-persona chekc'), ['warning 2:18']],
  ['a placeholder', shell('pytest tests/component/ -v'), ['warning 2:8']],
  ['a real name', shell('pytest tests/components/ -v'), []],
  ['code of another language', '```python\nscripts/none.py\n```\n', []],
  ['a file that Bun runs', shell('bun run src/a.ts\nbun run a.ts\nbun run --watch x'), []],
  ['a script of npm in the text', 'Use `npm run lint`.', ['warning 1:6']],
  ['one of those that there may be', 'Then any `npm run lint` step (e.g., `npm run fmt`).', []],
  ['prose', 'Then python scripts/none.py runs.', []],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text), project, ['architect'])).toEqual(expected);
});

const own = (text: string) =>
  findings(check, claude(shell(text)), { 'plopfile.js': plopfile }, ['architect']).map(
    ({ line, column, mend }) => `${line}:${column} ${mend}`,
  );
const plopfile = "export { default } from 'create-persona/plopfile';\n";

describe('a command line of ours', () => {
  test.each([
    ['a flag that it has', 'create-persona check --format json --fix -n', []],
    ['a misspelt flag', 'create-persona check --fromat json', ['2:22 Write `--format`.']],
    ['a flag before the command', 'create-persona --jsn check', ['2:16 Write `--json`.']],
    [
      'a flag of another command',
      'create-persona verify --graph',
      ['2:23 See `create-persona verify --help`.'],
    ],
    ['by way of npx', 'npx -y create-persona@latest check --fxi', ['2:36 Write `--fix`.']],
    ['by way of npm', 'npm create persona architect -- --yse', ['2:33 Write `--yes`.']],
    ['after another', 'npm ci && create-persona chekc', ['2:26 Write `check`.']],
    ['what comes after it is none of ours', 'create-persona check | jq --raw-output .', []],
    ['it is only installed', 'npm install --save-dev create-persona --no-audit', []],
    ['a value on the list', 'create-persona verify --stage=staging', []],
    ['a value off the list', 'create-persona check --format jsn', ['2:31 Write `json`.']],
    ['the same after an equals sign', 'create-persona check --format=jsn', ['2:31 Write `json`.']],
    ['a value that is left open', 'create-persona check --format <one> --only $CHECKS', []],
    ['a generator', 'create-persona memory "Use --force" --lesson "x --y" --topic t', []],
    [
      'a flag that the generator has not',
      'create-persona memory x --lessen y',
      ['2:25 Write `--lesson`.'],
    ],
    ['a persona', 'create-persona architect --targets claude --yes', []],
    [
      'a flag that no persona takes',
      'create-persona architect --target claude',
      ['2:26 Write `--targets`.'],
    ],
    ['a persona to be made', 'create-persona chek --from architect', []],
    ['a name that is left open', 'create-persona <id> --anything', []],
    [
      'over two lines',
      'create-persona endpoint quest \\\n  --methd GET',
      ['3:3 Write `--methods`.'],
    ],
    ['a generator by plop', 'npx plop endpoint', []],
    ['the beginning of one', 'plop chat', []],
    ['one that there is not', 'npx plop enpoint', ['2:10 Write `endpoint`.']],
    ['one that plop does not offer', 'plop migrate', ['2:6 Choose one of persona']],
  ])('%s', (_, text, expected) => {
    expect(own(text).map((each) => each.replace(/(persona),.*/, '$1'))).toEqual(expected);
  });
});

test.each([
  ['its own generators', "plop.setGenerator('component', {})", 1],
  ['names that it makes up', 'plop.setGenerator(name, {})', 0],
  ['others that it loads', "plop.setGenerator('a', {}); plop.load('plop-b')", 0],
  ['none', '', 0],
])('a plopfile with %s', (_, plopfile, many) => {
  const file = claude(shell('plop endpoint'));
  expect(marks(check, file, { 'plopfile.mjs': plopfile })).toHaveLength(many);
});

const makefile = '.PHONY: test lint\n\nX := 1\ntest: src/a.py\n\tpytest\nlint format:\n\truff\n';

test.each([
  ['a target', 'make test', []],
  ['two, with a flag and a variable', 'make -j4 lint format X=2', []],
  ['one that there is not', 'make tests', ['warning 2:6']],
  ['the second', 'make lint fromat && echo', ['warning 2:11']],
  ['a file', 'make src/a.py', []],
  ['in another folder', 'make -C docs html', []],
  ['in another folder, by foot', 'cd docs && make html', []],
  ['no target', 'make', []],
  ['a word that is no program', 'cmake --build x', []],
])('make: %s', (_, text, expected) => {
  expect(marks(check, claude(shell(text)), { Makefile: makefile, 'src/a.py': '' })).toEqual(
    expected,
  );
});

test.each([
  ['includes another', `include more.mk\n${makefile}`],
  ['has a pattern', `${makefile}\n%.o: %.c\n`],
  ['has a target by variable', `${makefile}\n$(ALL): x\n`],
])('a Makefile that %s may have any target', (_, text) => {
  expect(marks(check, claude(shell('make any')), { Makefile: text })).toEqual([]);
});

test('in a collection of agents, the Makefile is not that of the project that they are for', () => {
  const file = { path: 'agents/a.agent.md', text: shell('make any') };
  expect(marks(check, file, { Makefile: makefile })).toEqual([]);
});

test.each([
  ['a script of the project that they are for', 'node skills/none.mjs\nnpm run all', []],
  ['one that would lie in a folder of the collection', 'bash hooks/none.sh', ['info 2:6']],
])('in a collection of agents, %s', (_, text, expected) => {
  const file = { path: 'agents/a.agent.md', text: shell(text) };
  const tree = { 'package.json': '{}', 'hooks/one.sh': '' };
  expect(marks(check, file, tree)).toEqual(expected);
});

test('without a project no script can be missing', () => {
  expect(marks(check, claude(shell('python scripts/none.py')))).toEqual([]);
});

test('names the command that was meant', () => {
  expect(findings(check, claude(shell('create-persona chekc')))[0]?.mend).toBe('Write `check`.');
});
