import type { Scope } from '../gate.ts';
import { componentNotFound, componentUnclear, notPython } from '../problems.ts';
import type { Tree } from '../tree.ts';
import { snake } from '../words.ts';

/** By any of these one knows a project of Python, the most telling first. */
const marks = ['pyproject.toml', 'setup.cfg', 'setup.py', 'requirements.txt', 'Pipfile'];

/**
 * What is to be measured: a component, which is a folder or module of the code with the tests of its
 * name, or else the whole project.
 *
 * @param name - of the project, in the report when it is measured as a whole
 * @throws NotPython - there is no project of Python here
 * @throws ComponentNotFound, ComponentUnclear - no code is called so, or several pieces are
 */
export function scopeOf(component: string | undefined, project: Tree, name: string): Scope {
  const code = project.paths().filter((path) => path.endsWith('.py'));
  const mark = marks.find((path) => project.has(path)) ?? code[0];
  if (mark === undefined) throw notPython();
  if (component === undefined)
    return { component: snake(name), source: [], tests: [], holds: () => true, mark };

  const places = placesIn(code);
  const { source, called } = sourceOf(component, places);
  const tests = testsOf(called, code);
  const own = [source, ...tests];
  return {
    component: called,
    source: [source],
    tests,
    holds: (path) => own.some((each) => path === each || path.startsWith(`${each}/`)),
    mark: code.find((path) => path === source || path.startsWith(`${source}/`)) ?? mark,
  };
}

/** What `--cov` is given: the component, or the code of the project where its settings say nothing. */
export function coveredBy({ source }: Scope, project: Tree, folder: string): readonly string[] {
  if (source.length > 0)
    // Of one file, coverage wants the name of the module.
    return source.map((path) =>
      path.endsWith('.py')
        ? path
            .replace(/^src\//, '')
            .replace(/\.py$/, '')
            .replaceAll('/', '.')
        : path,
    );
  const settings = `${project.read('pyproject.toml') ?? ''}\n${project.read('.coveragerc') ?? ''}`;
  const isSaid = /^\[(tool\.coverage\.run|run)\][^[]*^source(_pkgs|_dirs)?\s*=/m.test(settings);
  return isSaid ? [] : [project.has(folder) ? folder : '.'];
}

const isTest = (path: string) => /(^|\/)(tests?\/|test_[^/]*$|conftest\.py$)/.test(path);

/** Folders and modules of the code: what may be called a component. */
function placesIn(code: readonly string[]): readonly string[] {
  const places = new Set<string>();
  for (const path of code) {
    if (isTest(path) || path.startsWith('.')) continue;
    const folders = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= folders.length; depth++)
      if (folders[depth - 1] !== 'src') places.add(folders.slice(0, depth).join('/'));
    if (!path.endsWith('__init__.py')) places.add(path);
  }
  return [...places].sort();
}

function sourceOf(given: string, places: readonly string[]): { source: string; called: string } {
  const asPath = given.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/$/, '');
  const found = asPath.includes('/')
    ? places.filter((place) => place === asPath)
    : places.filter((place) => nameOf(place) === snake(asPath));
  // A package is found, and not the module of the same name somewhere in it.
  const outer = found.filter((place) => !found.some((each) => place.startsWith(`${each}/`)));
  if (outer.length === 0) throw componentNotFound(given, [...new Set(known(places))]);
  if (outer.length > 1) throw componentUnclear(given, outer);
  return { source: outer[0]!, called: nameOf(outer[0]!) };
}

const nameOf = (place: string) => place.slice(place.lastIndexOf('/') + 1).replace(/\.py$/, '');

/** Those that a person would call so: the folders of a package. */
const known = (places: readonly string[]): readonly string[] => {
  const folders = places.filter((place) => !place.endsWith('.py'));
  const inner = folders.filter((place) => place.replace(/^src\//, '').includes('/'));
  return (inner.length > 0 ? inner : folders.length > 0 ? folders : places).map(nameOf);
};

/** `tests/unit/quests`, `tests/quests`, `tests/test_quests.py`. */
function testsOf(called: string, code: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of code.filter(isTest)) {
    const folder = new RegExp(`^(?:.*/)?tests?/(?:.*/)?${called}(?=/)`).exec(path)?.[0];
    const isModule = path.endsWith(`/test_${called}.py`);
    if (folder !== undefined) found.add(folder);
    else if (isModule) found.add(path);
  }
  return [...found].sort();
}
