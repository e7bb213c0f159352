import { parse } from 'smol-toml';
import type { Tree } from './tree.ts';

/** What a persona must know of the project that it works in. Every command is one line for a shell. */
export interface Project {
  readonly name: string;
  readonly source: string;
  readonly tests: string;
  readonly install: string;
  readonly test: string;
  readonly coverage: string;
  readonly lint: string;
  readonly format: string;
  readonly types: string;
  readonly secrets: string;
}

export type Language = 'python' | 'typescript';

/** The names that a persona's prose may put in double braces. */
export const factNames = [
  'project',
  'source',
  'tests',
  'install',
  'test',
  'coverage',
  'lint',
  'format',
  'types',
  'secrets',
] as const;

/**
 * Find the project's own name and commands, in what stands at its top: pyproject.toml, package.json,
 * lock files, the git remote. What is not there takes the default of its language.
 *
 * @param folder - the name of the project's folder, its name when nothing else says one
 * @param speaks - the language of the persona; without one, the language that the project shows
 */
export function findProject(tree: Tree, folder: string, speaks?: Language): Project {
  const pyproject = read(tree, 'pyproject.toml', parse);
  const packageJson = read(tree, 'package.json', JSON.parse);
  const shows =
    Object.keys(pyproject).length > 0 || Object.keys(packageJson).length === 0
      ? 'python'
      : 'typescript';
  const language = speaks ?? shows;
  const named =
    language === 'python'
      ? [pythonName(pyproject), text(packageJson['name'])]
      : [text(packageJson['name']), pythonName(pyproject)];
  const name = named.find((each) => each !== undefined) ?? remoteName(tree) ?? folder;
  const commands = language === 'python' ? python(tree, pyproject) : typescript(tree, packageJson);
  return { name, ...commands };
}

/**
 * Put the project's facts into a persona's prose: `{{test}}` becomes the command that runs its tests.
 * Names that are no fact stay as they stand; a check finds them.
 */
export const fillIn = (prose: string, project: Project): string =>
  prose.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => {
    if (name === 'project') return project.name;
    return (factNames as readonly string[]).includes(name) ? project[name as keyof Project] : hole;
  });

type Table = Readonly<Record<string, unknown>>;

function python(tree: Tree, pyproject: Table): Omit<Project, 'name'> {
  const tools = table(pyproject['tool']);
  const [manager, run] =
    tree.has('poetry.lock') || tools['poetry']
      ? ['poetry', 'poetry run ']
      : tree.has('pdm.lock') || tools['pdm']
        ? ['pdm', 'pdm run ']
        : tree.has('uv.lock') || tools['uv'] || !tree.has('requirements.txt')
          ? ['uv', 'uv run ']
          : ['pip', 'python -m '];
  const source = tree.has('src') || !tree.has('app') ? 'src' : 'app';
  const usesMypy = tools['mypy'] !== undefined || tree.has('mypy.ini');
  const usesFlake8 = tree.has('.flake8') && !tools['ruff'];
  const usesBlack = tools['black'] !== undefined;
  return {
    source,
    tests: tree.has('test') && !tree.has('tests') ? 'test' : 'tests',
    install: {
      poetry: 'poetry install',
      pdm: 'pdm install',
      uv: 'uv sync',
      pip: 'pip install -r requirements.txt',
    }[manager]!,
    test: `${run}pytest`,
    coverage: `${run}pytest --cov=${source} --cov-branch`,
    lint: usesFlake8 ? `${run}flake8` : `${run}ruff check .`,
    format: usesBlack ? `${run}black --check .` : `${run}ruff format --check .`,
    types: usesMypy ? `${run}mypy ${source}` : `${run}pyright`,
    secrets: manager === 'pip' ? 'detect-secrets scan' : `${run}detect-secrets scan`,
  };
}

function typescript(tree: Tree, packageJson: Table): Omit<Project, 'name'> {
  const scripts = table(packageJson['scripts']);
  const manager = tree.has('pnpm-lock.yaml')
    ? 'pnpm'
    : tree.has('yarn.lock')
      ? 'yarn'
      : tree.has('bun.lock') || tree.has('bun.lockb')
        ? 'bun'
        : 'npm';
  const script = (names: readonly string[], otherwise: string) => {
    const found = names.find((name) => scripts[name] !== undefined);
    if (found === undefined) return otherwise;
    return found === 'test' && manager !== 'bun' ? `${manager} test` : `${manager} run ${found}`;
  };
  const execute = { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' }[manager];
  const test = script(['test'], `${execute} vitest run`);
  return {
    source: tree.has('app') && !tree.has('src') ? 'app' : 'src',
    tests: tree.has('tests') ? 'tests' : 'test',
    install: `${manager} install`,
    test,
    coverage: script(
      ['coverage', 'test:coverage'],
      manager === 'npm' ? `${test} -- --coverage` : `${test} --coverage`,
    ),
    lint: script(['lint'], `${execute} eslint .`),
    format: script(['format:check', 'format'], `${execute} prettier --check .`),
    types: script(['types', 'typecheck', 'type-check'], `${execute} tsc --noEmit`),
    secrets: `${execute} secretlint "**/*"`,
  };
}

/** A file that cannot be parsed tells us nothing; saying so is the work of the tools that own it. */
function read(tree: Tree, path: string, parser: (text: string) => unknown): Table {
  try {
    return table(parser(tree.read(path) ?? ''));
  } catch {
    return {};
  }
}

const pythonName = (pyproject: Table) =>
  text(table(pyproject['project'])['name']) ??
  text(table(table(pyproject['tool'])['poetry'])['name']);

const remoteName = (tree: Tree) =>
  /url\s*=\s*\S*?([^/:\s]+?)(?:\.git)?\s*$/m.exec(tree.read('.git/config') ?? '')?.[1];

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const table = (value: unknown): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
