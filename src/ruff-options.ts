import { parse } from 'smol-toml';
import type { RuffWork } from './gate.ts';
import { globMatcher } from './globs.ts';
import type { Tree } from './tree.ts';

type Table = Readonly<Record<string, unknown>>;

/**
 * What ruff's WebAssembly build must be told, for it takes texts and knows neither files nor paths:
 * the settings of the project, and which of them hold for which file.
 * https://docs.astral.sh/ruff/configuration/ · https://docs.astral.sh/ruff/settings/
 *
 * @returns the work, or what of the settings stands in the way
 */
export function ruffWork(
  project: Tree,
  holds: (path: string) => boolean,
): RuffWork | { readonly because: string } {
  let settings: Table;
  try {
    settings = settingsOf(project);
  } catch (error) {
    return { because: `the settings of ruff: ${(error as Error).message.split('\n')[0]}` };
  }
  if (settings['extend'] !== undefined) return { because: 'settings that extend other settings' };
  const lint = table(settings['lint']);
  const ignores = [
    ...Object.entries(table(settings['per-file-ignores'])),
    ...Object.entries(table(lint['per-file-ignores'])),
    ...Object.entries(table(lint['extend-per-file-ignores'])),
  ] as (readonly [glob: string, codes: readonly string[]])[];
  const left = globMatcher(
    [...list(settings['exclude']), ...list(settings['extend-exclude'])].flatMap(below),
  );
  const groups = new Map<string, { path: string; text: string }[]>();
  for (const path of project.paths()) {
    if (!/\.pyi?$/.test(path) || !holds(path) || left(path)) continue;
    const codes = ignores.filter(([glob]) => takes(glob, path)).flatMap(([, each]) => each);
    const key = JSON.stringify([...new Set(codes)].sort());
    groups.set(key, [...(groups.get(key) ?? []), { path, text: project.read(path) ?? '' }]);
  }
  const base = optionsOf(settings, project);
  const ownLint = table(base['lint']);
  return {
    jobs: [...groups].map(([codes, files]) => ({
      options: {
        ...base,
        lint: { ...ownLint, ignore: [...list(ownLint['ignore']), ...JSON.parse(codes)] },
      },
      files,
    })),
  };
}

function settingsOf(project: Tree): Table {
  const own = ['.ruff.toml', 'ruff.toml'].find((path) => project.has(path));
  if (own !== undefined) return parse(project.read(own) ?? '');
  return table(table(parse(project.read('pyproject.toml') ?? '')['tool'])['ruff']);
}

/** What ruff itself would find by looking around: the version of Python, and whose modules are ours. */
function optionsOf(settings: Table, project: Tree): Table {
  const {
    exclude: _,
    'extend-exclude': __,
    'per-file-ignores': ___,
    lint: given,
    ...options
  } = settings;
  const { 'per-file-ignores': ____, 'extend-per-file-ignores': _____, ...lint } = table(given);
  const isort = { 'known-first-party': ownPackages(project), ...table(lint['isort']) };
  const version = settings['target-version'] ?? pythonVersion(project);
  return {
    ...options,
    ...(version !== undefined && { 'target-version': version }),
    lint: { ...lint, isort },
  };
}

const ownPackages = (project: Tree): readonly string[] => [
  ...new Set(
    project
      .paths()
      .flatMap((path) => /^(?:src\/)?([^/.]+)\/(?:.*\/)?[^/]+\.py$/.exec(path)?.[1] ?? []),
  ),
];

function pythonVersion(project: Tree): string | undefined {
  const about = table(parse(project.read('pyproject.toml') ?? '')['project']);
  const found = /(?:>=|~=|==)\s*3\.(\d+)/.exec(String(about['requires-python'] ?? ''));
  return found === null ? undefined : `py3${found[1]}`;
}

/** A pattern is held against the path and against the name of the file; `!` turns it round. */
function takes(glob: string, path: string): boolean {
  if (glob.startsWith('!')) return !takes(glob.slice(1), path);
  const matches = globMatcher(below(glob));
  return matches(path) || matches(path.slice(path.lastIndexOf('/') + 1));
}

const below = (glob: string): readonly string[] => {
  const plain = glob.replace(/^\.\//, '').replace(/\/$/, '');
  return [plain, `${plain}/**`, ...(plain.includes('/') ? [] : [`**/${plain}`, `**/${plain}/**`])];
};

const table = (value: unknown): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};

const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
