import { describe, expect, test } from 'vitest';
import { fillIn, findProject } from '../src/project.ts';
import { memoryTree } from '../src/tree.ts';

const found = (files: Readonly<Record<string, string>>, speaks?: 'python' | 'typescript') =>
  findProject(memoryTree(files), 'folder', speaks);

describe('the name of a project', () => {
  test.each([
    [
      'stands in pyproject.toml',
      { 'pyproject.toml': '[project]\nname = "ledger"\n', 'package.json': '{"name":"web"}' },
      'ledger',
    ],
    [
      'stands in the part for poetry',
      { 'pyproject.toml': '[tool.poetry]\nname = "ledger"\n' },
      'ledger',
    ],
    ['stands in package.json', { 'package.json': '{"name":"web"}' }, 'web'],
    [
      'is that of the git remote',
      { '.git/config': '[remote "origin"]\n\turl = git@example.com:team/shop.git\n' },
      'shop',
    ],
    ['is that of its folder', {}, 'folder'],
    [
      'is that of its folder when the files are broken',
      { 'pyproject.toml': '[project', 'package.json': '{' },
      'folder',
    ],
  ])('%s', (_, files, name) => {
    expect(found(files).name).toBe(name);
  });

  test('is the one that the persona would use, where there are two', () => {
    const files = {
      'pyproject.toml': '[project]\nname = "ledger"\n',
      'package.json': '{"name":"web"}',
    };
    expect(found(files, 'typescript').name).toBe('web');
  });
});

describe('the commands of a project', () => {
  test.each([
    [
      'uv where nothing is said',
      {},
      {
        test: 'uv run pytest',
        lint: 'uv run ruff check .',
        types: 'uv run pyright',
        install: 'uv sync',
      },
    ],
    ['poetry', { 'poetry.lock': '' }, { test: 'poetry run pytest', install: 'poetry install' }],
    ['pdm', { 'pdm.lock': '' }, { test: 'pdm run pytest' }],
    [
      'pip',
      { 'requirements.txt': '' },
      { test: 'python -m pytest', install: 'pip install -r requirements.txt' },
    ],
    [
      'mypy and black',
      { 'pyproject.toml': '[tool.mypy]\n[tool.black]\n' },
      { types: 'uv run mypy src', format: 'uv run black --check .' },
    ],
    ['flake8', { '.flake8': '' }, { lint: 'uv run flake8' }],
    [
      'a source folder called app',
      { 'app/main.py': '' },
      { source: 'app', coverage: 'uv run pytest --cov=app --cov-branch' },
    ],
    [
      'npm',
      { 'package.json': '{"name":"a"}' },
      { test: 'npx vitest run', install: 'npm install', types: 'npx tsc --noEmit' },
    ],
    [
      'scripts of npm',
      { 'package.json': '{"scripts":{"test":"x","lint":"y","typecheck":"z"}}' },
      {
        test: 'npm test',
        lint: 'npm run lint',
        types: 'npm run typecheck',
        coverage: 'npm test -- --coverage',
      },
    ],
    [
      'pnpm',
      { 'package.json': '{"scripts":{"test":"x"}}', 'pnpm-lock.yaml': '' },
      { test: 'pnpm test', lint: 'pnpm exec eslint .' },
    ],
    [
      'bun',
      { 'package.json': '{"scripts":{"test":"x"}}', 'bun.lock': '' },
      { test: 'bun run test', install: 'bun install' },
    ],
  ])('%s', (_, files, commands) => {
    expect(found(files)).toMatchObject(commands);
  });
});

test('facts stand in for their names, and other braces stay', () => {
  expect(fillIn('{{project}}: {{test}} {{nobody}}', found({}))).toBe(
    'folder: uv run pytest {{nobody}}',
  );
});
