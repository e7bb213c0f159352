import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative } from 'node:path';
import { lastWords, type Ran, type Tool, type Toolbox } from '../gate.ts';
import type { Tree } from '../tree.ts';

/** What each tool is called where Python imports it. */
const modules: Readonly<Record<Tool, string>> = {
  pytest: 'pytest',
  ruff: 'ruff',
  pyright: 'pyright',
  'detect-secrets': 'detect_secrets',
};

const probe =
  'import importlib.util as u, json, sys; print(json.dumps({"python": sys.executable, "modules": [m for m in sys.argv[1:] if u.find_spec(m)]}))';

interface Manner {
  readonly env: NodeJS.ProcessEnv;
  readonly run: (words: readonly string[]) => Promise<Ran>;
}

/**
 * Find how the tools of a project are started: through uv where the project has its lock file, from
 * an environment that lies in it or is active, through uv where nothing else is there yet (which then
 * makes the environment), or with the Python of the path.
 *
 * Python is asked once what it can import. A tool that it lacks is taken from the path, except for
 * pytest: one that cannot import the project's packages says nothing about it.
 */
export async function findTools(root: string, project: Tree, manner: Manner): Promise<Toolbox> {
  const { env, run } = manner;
  const runner = runnerOf(root, project, env);
  if (runner === undefined) return withoutPython(env);
  const asked = [...Object.values(modules), 'pytest_cov'];
  const ran = await run([...runner.python, '-c', probe, ...asked]);
  const answer = answerOf(ran.stdout);
  if (ran.code !== 0 || answer === undefined) return withoutPython(env, runner, lastWords(ran));

  const has = (module: string) => answer.modules.includes(module);
  const inside = relative(root, answer.python);
  const isOurs = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  return {
    kind: runner.kind,
    python: isOurs ? inside.replaceAll('\\', '/') : answer.python,
    has,
    find: (tool) => {
      if (has(modules[tool])) return runner.start(tool);
      return tool !== 'pytest' && onPath(tool, env) ? [tool] : undefined;
    },
    lacks: (tool) => ({
      says: `${tool} is not installed for ${runner.kind}.`,
      mend: `Install it: \`${runner.install} ${tool}\`.`,
    }),
  };
}

interface Runner {
  readonly kind: string;
  readonly python: readonly string[];
  readonly start: (tool: Tool) => readonly string[];
  readonly install: string;
}

function runnerOf(root: string, project: Tree, env: NodeJS.ProcessEnv): Runner | undefined {
  const hasUv = onPath('uv', env);
  if (hasUv && project.has('uv.lock')) return uv;
  for (const name of ['.venv', 'venv']) {
    const python = pythonIn(name);
    if (existsSync(join(root, python))) return environment(name, python);
  }
  const { VIRTUAL_ENV: active } = env;
  if (active && existsSync(join(active, pythonIn(''))))
    return environment('VIRTUAL_ENV', join(active, pythonIn('')));
  if (hasUv && /^\[project\]/m.test(project.read('pyproject.toml') ?? '')) return uv;
  const python = ['python3', 'python'].find((name) => onPath(name, env));
  return python === undefined ? undefined : environment(python, python);
}

const uv: Runner = {
  kind: 'uv',
  python: ['uv', 'run', 'python'],
  start: (tool) => ['uv', 'run', tool],
  install: 'uv add --dev',
};

const environment = (kind: string, python: string): Runner => ({
  kind,
  python: [python],
  start: (tool) => [python, '-m', modules[tool]],
  install: `${python} -m pip install`,
});

/** https://docs.python.org/3/library/venv.html#how-venvs-work */
const pythonIn = (folder: string) =>
  join(folder, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']));

/** The tools of the path are there even then. */
const withoutPython = (env: NodeJS.ProcessEnv, runner?: Runner, because = ''): Toolbox => ({
  kind: runner?.kind ?? 'nothing',
  python: undefined,
  has: () => false,
  find: (tool) => (tool !== 'pytest' && onPath(tool, env) ? [tool] : undefined),
  lacks: (tool) =>
    runner === undefined
      ? {
          says: `${tool} is not installed, and there is no Python to run it with.`,
          mend: 'Install uv or Python, then what the project needs.',
        }
      : {
          says: `${tool} could not be started: ${runner.python.join(' ')} ended with "${because}".`,
          mend: `Mend what \`${runner.python.join(' ')} --version\` stops at, and run again.`,
        },
});

function answerOf(stdout: string): { python: string; modules: readonly string[] } | undefined {
  try {
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
      python: string;
      modules: readonly string[];
    };
  } catch {
    return undefined;
  }
}

const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];

const onPath = (name: string, env: NodeJS.ProcessEnv): boolean =>
  (env['PATH'] ?? env['Path'] ?? '')
    .split(delimiter)
    .some(
      (folder) => folder !== '' && endings.some((ending) => isProgram(join(folder, name + ending))),
    );

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What a tool of the project finds around it: its own environment first, no colours, text in UTF-8. */
export function environmentFor(python: string | undefined, root: string): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, VIRTUAL_ENV: __, ...env } = process.env;
  const plain = { ...env, NO_COLOR: '1', PY_COLORS: '0', PYTHONUTF8: '1' };
  if (python === undefined || !python.includes('/')) return plain;
  const bin = dirname(isAbsolute(python) ? python : join(root, python));
  return { ...plain, PATH: `${bin}${delimiter}${env['PATH'] ?? ''}` };
}
