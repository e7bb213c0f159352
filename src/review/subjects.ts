import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { globFault, globMatcher } from '../globs.ts';
import { isReadable, placeOf } from '../place.ts';
import type { KeptTree } from '../kept-tree.ts';
import { notReadable, pathMissing, startOutside } from '../problems.ts';
import type { Subject } from './job.ts';
import type { Target } from '../target.ts';

/**
 * The files that a run shall read: all that an agent tool would, or those among them that were
 * asked for by path, folder or glob. A file that is named itself is read even where git ignores it.
 *
 * @throws PathOutside - a path leads out of the project
 * @throws PathMissing - there is nothing at a path, or no file for a glob
 * @throws NotReadable - what shall be read cannot be
 */
export function subjectsOf(
  root: string,
  words: readonly string[],
  project: KeptTree,
  targets: readonly Target[],
  { ignores }: Pick<Config, 'ignores'>,
): readonly Subject[] {
  const asked = words.map((word) => askedFor(root, word, project));
  const named = asked.flatMap(({ file }) => file ?? []);
  const chosen =
    words.length === 0
      ? project.paths()
      : [
          ...new Set([
            ...project.paths().filter((path) => asked.some(({ takes }) => takes(path))),
            ...named,
          ]),
        ].sort();
  const closed = project
    .closed()
    .find((folder) => folder === '' || asked.some(({ folder: named }) => named === folder));
  if (closed !== undefined) throw notReadable(join(root, closed), orIgnore);
  return chosen.flatMap((path) => {
    const place = placeOf(path, targets);
    if (place === undefined || !isReadable(path, place) || ignores(path)) return [];
    if (project.isClosed(path)) throw notReadable(path, orIgnore);
    return [{ path, place }];
  });
}

const orIgnore = ', or name it under `ignore` in `.persona/config.yaml`';

interface Asked {
  readonly takes: (path: string) => boolean;
  /** Where it is one file. */
  readonly file?: string;
  /** Where it is a folder. */
  readonly folder?: string;
}

function askedFor(root: string, word: string, project: KeptTree): Asked {
  const place = resolve(root, word);
  const path = pathIn(root, place);
  if (path === undefined) {
    const glob = word.replace(/^(\.\/)+/, '');
    if (isAbsolute(word) || globFault(glob) !== undefined) throw startOutside(word, root);
  }
  if (path !== undefined && existsSync(place)) {
    // A link in the project to what lies outside: its text is nobody's to show.
    if (pathIn(real(root), real(place)) === undefined) throw startOutside(word, root);
    const found = statSync(place);
    if (!found.isDirectory() && !found.isFile()) throw pathMissing(word);
    if (found.isDirectory())
      return { takes: (each) => path === '' || each.startsWith(`${path}/`), folder: path };
    return { takes: (each) => each === path, file: path };
  }
  // Windows writes `\`, which in a glob would take the next sign at its word.
  const glob = (path ?? word).replace(/^(\.\/)+/, '');
  if (!/[*?[\]{}()!]/.test(glob)) throw pathMissing(word);
  const takes = globMatcher([glob]);
  if (!project.paths().some((each) => takes(each))) throw pathMissing(word);
  return { takes };
}

/** A place as a path of the project; nothing where it lies outside. */
function pathIn(root: string, place: string): string | undefined {
  for (const home of new Set([root, real(root)])) {
    for (const each of new Set([place, real(place)])) {
      const path = relative(home, each).replaceAll('\\', '/');
      if (path !== '..' && !path.startsWith('../') && !isAbsolute(path)) return path;
    }
  }
  return undefined;
}

const real = (path: string) => {
  try {
    return realpathSync(path);
  } catch {
    return join(path);
  }
};
