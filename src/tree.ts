import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedFile } from './stages.ts';

/** Files to look at. What a check sees, whether the files are on disk, planned, or both. */
export interface Tree {
  /** Every file, in the order of its path, with forward slashes. */
  readonly paths: () => readonly string[];
  /** The same, of one folder only. */
  readonly under: (folder: string) => readonly string[];
  /** The text of a file, or nothing where there is none. What is not UTF-8 reads as U+FFFD. */
  readonly read: (path: string) => string | undefined;
  /** Whether there is a file or a folder of this path. */
  readonly has: (path: string) => boolean;
}

export const memoryTree = (files: Readonly<Record<string, string>>): Tree => ({
  paths: () => Object.keys(files).sort(),
  under: (folder) =>
    Object.keys(files)
      .filter((path) => path.startsWith(`${folder}/`))
      .sort(),
  read: (path) => files[path],
  has: (path) => isIn(Object.keys(files), path),
});

/** Folders that hold what tools made or fetched, never what a person wrote. */
export const skipped: ReadonlySet<string> = new Set([
  '.git',
  'node_modules',
  '.venv',
  '__pycache__',
  '.create-persona-desk',
]);

/** Whether a file or a folder is there, and cannot be read: not what has just been taken away. */
export const isClosed = (error: unknown): boolean =>
  !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** A text larger than this is no agent file; reading it would only cost memory. */
export const largest = 4 * 1024 * 1024;

export const diskTree = (root: string): Tree => {
  let listed: readonly string[] | undefined;
  return {
    paths: () => {
      listed ??= walk(root).sort();
      return listed;
    },
    under: (folder) => walk(root, folder).sort(),
    read: (path) => {
      try {
        const place = join(root, path);
        const found = statSync(place);
        if (!found.isFile()) return undefined;
        return found.size > largest ? '' : readFileSync(place, 'utf8');
      } catch {
        return undefined;
      }
    },
    has: (path) => existsSync(join(root, path)),
  };
};

/** The tree as it would be once `planned` is written. */
export const overlay = (
  whole: Tree,
  planned: readonly PlannedFile[],
  removed: readonly string[] = [],
): Tree => {
  const below = removed.length === 0 ? whole : without(whole, new Set(removed));
  const above = new Map(planned.map((file) => [file.path, file.text]));
  return {
    paths: () => [...new Set([...below.paths(), ...above.keys()])].sort(),
    under: (folder) =>
      [
        ...new Set([
          ...below.under(folder),
          ...[...above.keys()].filter((path) => path.startsWith(`${folder}/`)),
        ]),
      ].sort(),
    read: (path) => above.get(path) ?? below.read(path),
    has: (path) => isIn([...above.keys()], path) || below.has(path),
  };
};

const without = (tree: Tree, removed: ReadonlySet<string>): Tree => ({
  paths: () => tree.paths().filter((path) => !removed.has(path)),
  under: (folder) => tree.under(folder).filter((path) => !removed.has(path)),
  read: (path) => (removed.has(path) ? undefined : tree.read(path)),
  has: (path) => !removed.has(path) && tree.has(path),
});

const isIn = (paths: readonly string[], path: string) => {
  const folder = path.endsWith('/') ? path : `${path}/`;
  return (
    path === '' || path === '.' || paths.some((each) => each === path || each.startsWith(folder))
  );
};

/** Links are neither followed (they may lead in circles) nor listed; what cannot be read is passed by. */
function walk(root: string, folder = ''): string[] {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}
