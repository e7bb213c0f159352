import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptTree } from './kept-tree.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Said } from './check.ts';
import type { Memory } from './review.ts';
import type { Tree } from './tree.ts';

/**
 * What the checks said of each text, so that a text is read by them once.
 *
 * A check sees a file and, through the context, the rest of the project. What it says of the file
 * alone holds as long as the file's bytes are the same. What it says after it looked around holds
 * as long as all is the same that anybody has seen there: the list of files, and of each file or
 * path that was asked for what the answer was. All that, with everything else that the words of a
 * check may depend on, is in the key or in here; when in doubt the file is read again.
 */
export interface Cache extends Memory {
  /** The project, as the checks must see it: it notes what they look at. */
  readonly tree: Tree;
  readonly save: () => void;
}

interface Kept {
  readonly world: World;
  readonly files: Record<string, Said & { readonly hash: string }>;
}

/** What has been seen of the project beside the file in hand, and what it looked like. */
interface World {
  /** The hash of the list of all files. */
  readonly list: string;
  readonly read: Record<string, string>;
  readonly has: Record<string, boolean>;
}

/**
 * @param key - all that the words of a check depend on beside the project: our version, the checks
 *   that are run, the config, the personas
 */
export function openCache(root: string, project: KeptTree, key: readonly string[]): Cache {
  const place = join(homeOf(root), `${hashOf([root, ...key].join('\0')).slice(0, 16)}.json`);
  const before = load(place);
  const list = hashOf(project.paths().join('\0'));
  const hashes = new Map<string, string>();
  const hashAt = (path: string) => {
    const known = hashes.get(path) ?? hashOf(project.bytes(path) ?? 'none');
    hashes.set(path, known);
    return known;
  };
  const isSame =
    before !== undefined &&
    before.world.list === list &&
    Object.entries(before.world.read).every(([path, hash]) => hashAt(path) === hash) &&
    Object.entries(before.world.has).every(([path, there]) => project.has(path) === there);
  const world: World = isSame ? before.world : { list, read: {}, has: {} };
  const files: Kept['files'] = {};
  let isNew = !isSame;

  const note = (path: string) => {
    if (world.read[path] !== undefined) return;
    world.read[path] = hashAt(path);
    isNew = true;
  };
  return {
    tree: {
      paths: project.paths,
      under: project.under,
      read: (path) => {
        note(path);
        return project.read(path);
      },
      has: (path) => {
        const there = project.has(path);
        if (world.has[path] === undefined) isNew = true;
        world.has[path] = there;
        return there;
      },
    },
    recall: (path) => {
      const said = before?.files[path];
      if (said === undefined || said.hash !== hashAt(path)) return undefined;
      if (isSame || said.wide.length === 0) {
        files[path] = said;
        return { said, again: [] };
      }
      const findings = said.findings.filter(({ check }) => !said.wide.includes(check));
      return { said: { findings, wide: [] }, again: said.wide };
    },
    keep: (path, said) => {
      files[path] = { hash: hashAt(path), ...said };
      isNew = true;
    },
    save: () => {
      if (!isNew) return;
      // Of files that this run did not read, only what holds on its own could be kept: not worth it.
      const others = isSame ? before.files : {};
      write(place, { world, files: { ...others, ...files } });
    },
  };
}

/** In the project's own cache folder where packages are installed, or else in the person's. */
export function homeOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (fs.existsSync(modules)) return join(modules, '.cache', 'create-persona');
    if (dirname(folder) === folder) break;
  }
  return cacheFolder();
}

/** What cannot be read was written by another version, or cut off: then nothing is known. */
function load(place: string): Kept | undefined {
  try {
    const { world, files } = JSON.parse(fs.readFileSync(place, 'utf8')) as Kept;
    const isWhole = [world.read, world.has, files].every((each) => typeof each === 'object');
    return isWhole ? { world, files } : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is none; nobody is to be stopped by that. */
function write(place: string, kept: Kept): void {
  const part = `${place}.${process.pid}`;
  try {
    fs.mkdirSync(dirname(place), { recursive: true });
    fs.writeFileSync(part, JSON.stringify(kept));
    fs.renameSync(part, place);
    tidy(dirname(place));
  } catch {
    try {
      fs.rmSync(part, { force: true });
    } catch {
      // There is no folder to have left it in.
    }
  }
}

/** Each version, config and choice of checks has a file of its own; the oldest go. */
function tidy(folder: string): void {
  const all = fs
    .readdirSync(folder)
    // The launcher keeps compiled code beside ours.
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, age: fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.age - a.age);
  for (const { path } of all.slice(40)) fs.rmSync(path, { force: true });
}

const hashOf = (what: string | Buffer) => createHash('sha1').update(what).digest('hex');
