import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { GivenFile } from './generator.ts';
import { diskTree, type Tree } from './tree.ts';

/** What somebody points to from the folder that they are in: a file, or all files of a folder. */
export function givenFiles(
  path: string,
  project: Tree,
  root: string,
  cwd: string,
): readonly GivenFile[] {
  const place = resolve(cwd, path);
  const inside = relative(resolve(root), place).replaceAll('\\', '/');
  const isInside =
    inside !== '' && !inside.startsWith('../') && inside !== '..' && !isAbsolute(inside);
  if (isInside) {
    const below = project.under(inside).map((each) => fromProject(each, project, root));
    const all = below.length > 0 ? below : [fromProject(inside, project, root)];
    return all.filter((each) => each !== undefined);
  }
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [{ path, bytes: readFileSync(place) }];
  return diskTree(place)
    .paths()
    .map((each) => ({
      path: inside === '' ? each : `${path.replace(/\/$/, '')}/${each}`,
      bytes: readFileSync(join(place, each)),
    }));
}

/** As it lies on the disk; a project that is only in memory has no root, and texts. */
function fromProject(path: string, project: Tree, root: string): GivenFile | undefined {
  const place = join(root, path);
  if (root !== '' && statSync(place, { throwIfNoEntry: false })?.isFile())
    return { path, bytes: readFileSync(place) };
  const text = project.read(path);
  return text === undefined ? undefined : { path, bytes: Buffer.from(text) };
}
