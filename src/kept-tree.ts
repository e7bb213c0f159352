import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keptFiles } from './ignored.ts';
import { isClosed, largest, type Tree } from './tree.ts';

/** A project as the checks see it: no file that git ignores, and each read once. */
export interface KeptTree extends Tree {
  /** A file as it lies on the disk, or nothing where there is none. */
  readonly bytes: (path: string) => Buffer | undefined;
  /** The size of a file of which nothing is read, for it is larger than any agent file. */
  readonly sizeOfLarge: (path: string) => number | undefined;
  /** Whether a file is there, and cannot be read. */
  readonly isClosed: (path: string) => boolean;
  /** The folders that cannot be read; of the root that is `''`. */
  readonly closed: () => readonly string[];
}

/** @param listed - its paths, where somebody has listed them already */
export function keptTree(root: string, listed?: readonly string[]): KeptTree {
  const raw = new Map<string, Buffer | undefined>();
  const texts = new Map<string, string | undefined>();
  const there = new Map<string, boolean>();
  const large = new Map<string, number>();
  const closed = new Set<string>();
  const paths = () => {
    listed ??= keptFiles(root, (folder) => closed.add(folder));
    return listed;
  };
  const bytes = (path: string) =>
    remembered(raw, path, () => {
      try {
        const place = join(root, path);
        const found = statSync(place);
        // Reading a pipe waits for somebody to write, and a device may never end.
        if (!found.isFile()) return undefined;
        if (found.size <= largest) return readFileSync(place);
        large.set(path, found.size);
        return Buffer.alloc(0);
      } catch (error) {
        if (isClosed(error)) closed.add(path);
        return undefined;
      }
    });
  return {
    paths,
    under: (folder) => paths().filter((path) => path.startsWith(`${folder}/`)),
    bytes,
    sizeOfLarge: (path) => (bytes(path)?.length === 0 ? large.get(path) : undefined),
    isClosed: (path) => bytes(path) === undefined && closed.has(path),
    closed: () => paths() && [...closed].filter((path) => !raw.has(path)),
    read: (path) => remembered(texts, path, () => bytes(path)?.toString('utf8')),
    has: (path) => remembered(there, path, () => existsSync(join(root, path))),
  };
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  if (!known.has(key)) known.set(key, find());
  return known.get(key) as T;
}
