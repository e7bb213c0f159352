import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { GivenFile } from './generator.ts';
import { globFault, globMatcher } from './globs.ts';
import { notReadable } from './problems.ts';
import { diskTree, isClosed, type Tree } from './tree.ts';

/**
 * What somebody points to from the folder that they are in: a file, all files of a folder, or in the
 * project those that a glob takes in, for not every shell fills them in.
 */
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
    const found = all.filter((each) => each !== undefined);
    return found.length > 0 ? found : globbed(inside, project, root);
  }
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return fileAt(place, path);
  return diskTree(place)
    .paths()
    .flatMap((each) =>
      fileAt(join(place, each), inside === '' ? each : `${path.replace(/\/$/, '')}/${each}`),
    );
}

/** None where it has been taken away since we looked. */
function fileAt(place: string, path: string): readonly GivenFile[] {
  try {
    return [{ path, bytes: readFileSync(place) }];
  } catch (error) {
    if (isClosed(error)) throw notReadable(path);
    return [];
  }
}

/** Whether what stands at a path of the project lies elsewhere once its links are followed. */
export function leadsOut(path: string, root: string): boolean {
  try {
    const led = relative(realpathSync(root), realpathSync(join(root, path)));
    return led.split(/[\\/]/)[0] === '..' || isAbsolute(led);
  } catch {
    return false;
  }
}

function globbed(glob: string, project: Tree, root: string): readonly GivenFile[] {
  if (!/[*?[{]/.test(glob) || globFault(glob) !== undefined) return [];
  const found = project.paths().filter(globMatcher([glob]));
  return found.flatMap((each) => fromProject(each, project, root) ?? []);
}

/** As it lies on the disk; a project that is only in memory has no root, and texts. */
function fromProject(path: string, project: Tree, root: string): GivenFile | undefined {
  const place = join(root, path);
  if (root !== '' && statSync(place, { throwIfNoEntry: false })?.isFile())
    return fileAt(place, path)[0];
  const text = project.read(path);
  return text === undefined ? undefined : { path, bytes: Buffer.from(text) };
}
