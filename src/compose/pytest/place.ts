import type { Tree } from '../../tree.ts';

/** Where modules lie in a project: below `src/`, or at its root. */

/** `app.players.service` of `src/app/players/service.py`. */
export const dottedOf = (path: string): string =>
  path
    .replace(/^src\//, '')
    .replace(/(\/__init__)?\.py$/, '')
    .replaceAll('/', '.');

export const pathsOf = (dotted: string): readonly string[] => {
  const path = dotted.replaceAll('.', '/');
  return ['src/', ''].flatMap((root) => [`${root}${path}.py`, `${root}${path}/__init__.py`]);
};

export type Kind = 'unit' | 'integration' | 'parametrized';

const isOfServices = (path: string) => /(^|\/)integration\//.test(path);

/** The files that pytest would read, of one kind. */
export const testFiles = (project: Tree, kind: Kind): readonly string[] =>
  project
    .under('tests')
    .filter((path) => /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path))
    .filter((path) => isOfServices(path) === (kind === 'integration'));

/**
 * The file for the tests of a module: one that is there already and is called after it, else where
 * the app keeps such tests: `tests/unit/players/test_service.py` for `src/app/players/service.py`.
 */
export function testPath(module: string, kind: Kind, project: Tree): string {
  const parts = dottedOf(module).split('.');
  const stem = parts.at(-1)!;
  const inside = parts.length > 2 ? parts.slice(1, -1) : [];
  const folder = kind === 'integration' ? 'integration' : 'unit';
  const isFlat =
    kind !== 'integration' && project.under('tests').length > 0 && !project.has('tests/unit');
  const wanted = ['tests', ...(isFlat ? [] : [folder]), ...inside, `test_${stem}.py`].join('/');
  if (project.has(wanted)) return wanted;
  const dotted = dottedOf(module);
  const standing = testFiles(project, kind).filter(
    (path) =>
      new RegExp(`(^|/)(test_${stem}|${stem}_test)\\.py$`).test(path) &&
      new RegExp(`(from|import) ${dotted.replaceAll('.', '\\.')}\\b`).test(
        project.read(path) ?? '',
      ),
  );
  return standing.length === 1 ? standing[0]! : wanted;
}

/** The packages that the folders of a test are, where the project's tests are packages. */
export function packagesFor(path: string, project: Tree): readonly string[] {
  const isPackaged = project.has('tests/__init__.py') || project.under('tests').length === 0;
  if (!isPackaged) return [];
  const folders = path.split('/').slice(0, -1);
  return folders
    .map((_, nth) => `${folders.slice(0, nth + 1).join('/')}/__init__.py`)
    .filter((each) => !project.has(each));
}
