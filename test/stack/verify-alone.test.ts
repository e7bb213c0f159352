import { join } from 'node:path';
import fs from 'fs-extra';
import { beforeAll, describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { folder, write } from '../support/disk.ts';
import { reportIn, serviceWithQuests, verifyAlone } from './verified.ts';

/** Where there is no Python, no uv and no tool on the path: what node alone can tell of the code. */
let root: string;
const aWhile = 120_000;

beforeAll(async () => {
  root = await serviceWithQuests();
});

const statusOf = (result: { readonly stage_results: object }) =>
  Object.fromEntries(
    Object.entries(result.stage_results).map(([name, { status }]) => [name, status]),
  );

describe('without any tool', () => {
  test(
    'a gate that did not run is told of, and fails the whole',
    async () => {
      const { code, stdout } = await verifyAlone(root, ['--stage', 'production']);

      expect(code).toBe(1);
      expect(statusOf(reportIn(root, 'demo'))).toEqual({
        testing: 'not_run',
        coverage: 'not_run',
        linting: 'passed',
        types: 'not_run',
        security: 'passed',
        conventions: 'passed',
      });
      expect(stdout).toMatch(/– testing +not run: pytest is not installed, and there is no Python/);
      expect(stdout).toContain('3 of 6 gates passed, 3 not run.');
      expect(reportIn(root, 'demo')).toMatchObject({
        passed: false,
        stage_results: { testing: { passed: false, value: null, threshold: null } },
      });
    },
    aWhile,
  );

  test(
    'that is let pass with --allow-missing, and still told of',
    async () => {
      const words = ['--only', 'testing,linting,security', '--allow-missing'];
      const { code, stdout } = await verifyAlone(root, [...words, '--format', 'github']);

      expect(code).toBe(0);
      expect(stdout).toMatch(
        /^::warning file=pyproject\.toml,line=1,col=1,title=testing::The gate testing was not run\./,
      );
      expect(reportIn(root, 'demo')).toMatchObject({
        passed: true,
        stage_results: { testing: { status: 'not_run', passed: false } },
      });
    },
    aWhile,
  );

  test(
    'a gate that failed is not let pass',
    async () => {
      const broken = await serviceWithQuests({ 'src/demo/more.py': '# LIMIT = compute(1)\n' });
      const words = ['--only', 'testing,linting', '--allow-missing', '--json'];
      const { code } = await verifyAlone(broken, words);

      expect(code).toBe(1);
      expect(statusOf(reportIn(broken, 'demo'))).toEqual({ testing: 'not_run', linting: 'failed' });
    },
    aWhile,
  );
});

describe('the WebAssembly build of ruff', () => {
  const lint = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) => {
    const place = folder(files);
    const { stdout } = await verifyAlone(place, ['--only', 'linting', '--json', ...words]);
    const [report] = [JSON.parse(stdout)];
    return report.stage_results.linting as { status: string; summary: string; findings: object[] };
  };
  const unused = 'import os\n';
  const settings = (text: string) => `[tool.ruff.lint]\nselect = ["F", "S101", "I"]\n${text}`;

  test('finds what ruff would, and what it would lay out otherwise', async () => {
    const { status, summary, findings } = await lint({
      'pyproject.toml': '[tool.ruff]\n',
      'src/demo/a.py': 'import os\nx=1\n',
    });

    expect(status).toBe('failed');
    expect(summary).toBe('3 things to mend, by its WebAssembly build');
    expect(findings).toMatchObject([
      { path: 'src/demo/a.py', line: 1, column: 1, says: expect.stringMatching(/^I001: /) },
      { line: 1, column: 1, says: 'The file is not formatted.' },
      { line: 1, column: 8, says: 'F401: `os` imported but unused.' },
    ]);
  });

  test('says where a file is no Python', async () => {
    const { findings } = await lint({ 'pyproject.toml': '', 'a.py': 'x = 1\ndef (:\n' });
    expect(findings).toMatchObject([
      { path: 'a.py', line: 2, column: 5, says: 'invalid-syntax: Expected an identifier.' },
      {},
      {},
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a rule that is switched off',
      { 'pyproject.toml': settings('ignore = ["F401"]\n') },
      'passed',
    ],
    [
      'a folder that is left out',
      { 'pyproject.toml': '[tool.ruff]\nexclude = ["src"]\n' },
      'passed',
    ],
    [
      'a rule that is off for some files',
      { 'pyproject.toml': settings('[tool.ruff.lint.per-file-ignores]\n"src/**" = ["F"]\n') },
      'passed',
    ],
    [
      'a rule that is off for a name',
      { 'pyproject.toml': settings('[tool.ruff.lint.per-file-ignores]\n"a.py" = ["F"]\n') },
      'passed',
    ],
    [
      'a rule that is off for all others',
      { 'pyproject.toml': settings('[tool.ruff.lint.per-file-ignores]\n"!tests/*" = ["F"]\n') },
      'passed',
    ],
    [
      'a rule that is off elsewhere',
      { 'pyproject.toml': settings('[tool.ruff.lint.per-file-ignores]\n"tests/**" = ["F"]\n') },
      'failed',
    ],
    [
      'a file of its own',
      { 'ruff.toml': 'lint.ignore = ["F401"]\n', 'pyproject.toml': '' },
      'passed',
    ],
    ['settings that extend others', { 'ruff.toml': 'extend = "../ruff.toml"\n' }, 'not_run'],
    ['settings that are no TOML', { 'ruff.toml': 'extend = \n' }, 'not_run'],
    ['a rule that there is not', { 'ruff.toml': 'lint.select = ["ZZZ9"]\n' }, 'not_run'],
  ])('obeys %s', async (_, files, status) => {
    expect(await lint({ 'src/demo/a.py': unused, ...files })).toMatchObject({ status });
  });

  test('knows which modules are the project’s own', async () => {
    const sorted = 'import os\n\nimport httpx\n\nfrom demo import b\n\nprint(os, httpx, b)\n';
    const { status } = await lint({
      'pyproject.toml': settings(''),
      'src/demo/a.py': sorted,
      'src/demo/b.py': '',
    });
    expect(status).toBe('passed');
  });

  test('reads a component alone', async () => {
    const files = { 'pyproject.toml': '', 'src/demo/core/a.py': '', 'src/demo/other/b.py': unused };
    expect(await lint(files, '--component', 'core')).toMatchObject({ status: 'passed' });
    expect(await lint(files, '--component', 'other')).toMatchObject({ status: 'failed' });
  });
});

describe('the pyright of npm', () => {
  test(
    'finds what is wrong whatever the packages are',
    async () => {
      const place = folder({
        'pyproject.toml': '',
        'src/demo/a.py': 'import fastapi\n\ncount: int = "many"\n',
      });

      const { code } = await verifyAlone(place, ['--only', 'types']);

      const { types } = reportIn(place, 'project').stage_results;
      expect(code).toBe(1);
      expect(types).toMatchObject({
        status: 'failed',
        value: 1,
        findings: [{ path: 'src/demo/a.py', line: 3, column: 14 }],
      });
      expect(types!.command).toContain('pyright/index.js');
    },
    aWhile,
  );

  test.each([
    ['passes what needs no package', 'count: int = 1\n', 'passed'],
    ['proves nothing of what does', 'import fastapi\n\nprint(fastapi)\n', 'not_run'],
  ])(
    '%s',
    async (_, text, status) => {
      const place = folder({ 'pyproject.toml': '', 'src/demo/a.py': text });
      await verifyAlone(place, ['--only', 'types']);
      expect(reportIn(place, 'project').stage_results['types']).toMatchObject({ status });
    },
    aWhile,
  );
});

describe('the secrets of a project', () => {
  const url = `DATABASE = "postgres://admin:${'hunter'}2xyz@db.internal/app"`;

  test.each([
    ['are found by secretlint', `${url}\n`, 'failed'],
    ['are let stand where somebody says so', `${url}  # pragma: allowlist secret\n`, 'passed'],
  ])('%s', async (_, text, status) => {
    const place = folder({ 'pyproject.toml': '', 'src/demo/a.py': text });
    const { stdout } = await verifyAlone(place, ['--only', 'security', '--json']);
    expect(JSON.parse(stdout).stage_results.security).toMatchObject({ status });
  });

  test('in what git ignores are nobody else’s', async () => {
    const place = folder({ 'pyproject.toml': '', '.gitignore': '.env\n', '.env': `${url}\n` });
    expect(await verifyAlone(place, ['--only', 'security'])).toMatchObject({ code: 0 });
  });
});

describe('a problem', () => {
  test.each([
    ['no project of Python', { 'package.json': '{}' }, [], 'NotPython'],
    ['a stage that there is not', { 'a.py': '' }, ['--stage', 'prod'], 'ChoiceUnknown'],
    ['a gate that there is not', { 'a.py': '' }, ['--only', 'lint'], 'ChoiceUnknown'],
    ['a format that there is not', { 'a.py': '' }, ['--format', 'xml'], 'ChoiceUnknown'],
    ['two formats', { 'a.py': '' }, ['--json', '--format', 'sarif'], 'FlagWrong'],
    ['a component that there is not', { 'a.py': '' }, ['--component', 'b'], 'ComponentNotFound'],
    ['a persona that there is not', { 'a.py': '' }, ['--persona', 'nobody'], 'PersonaNotFound'],
    ['a word', { 'a.py': '' }, ['production'], 'TooManyWords'],
  ])('%s: exit code 2, and nothing is written', async (_, files, words, name) => {
    const place = folder(files as Record<string, string>);
    const { code, stdout, stderr } = await persona(place, ['verify', ...words]);
    expect({ code, stdout }).toMatchObject({ code: 2 });
    expect(stderr + stdout).toContain(name);
    expect(fs.readdirSync(place).sort()).toEqual(Object.keys(files).sort());
  });

  test('a folder where the report must be', async () => {
    const place = folder({ 'a.py': '', 'workflow_report_project.json/a': '' });
    const { code, stderr } = await verifyAlone(place, ['--only', 'security']);
    expect(code).toBe(2);
    expect(stderr).toContain('PlaceTaken');
  });

  test('is none where a report lies already: it gives way', async () => {
    const place = folder({ 'a.py': '', 'workflow_report_project.json': 'old' });
    write(place, { 'b.py': '' });
    const { code } = await verifyAlone(place, ['--only', 'security']);
    expect(code).toBe(0);
    expect(fs.readJsonSync(join(place, 'workflow_report_project.json'))).toMatchObject({
      passed: true,
    });
  });
});
