import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptTree } from '../kept-tree.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Context, Said, Sight } from '../check.ts';
import type { Memory } from './review.ts';
import { looksOf } from './sights.ts';

/**
 * What the checks said of each text, so that a text is read by them once.
 *
 * A check sees a file and, through the context, the rest of the project. What it says of the file
 * alone holds as long as the file's bytes are the same; what it says after it looked around, as long
 * as each of the things that it has seen looks the same (`src/review/sights.ts`). Everything else that the
 * words of a check may depend on is in the key.
 */
export interface Cache extends Memory {
  readonly save: () => void;
}

interface Kept {
  /** How each sight looked that any check has seen. */
  readonly looks: Readonly<Record<Sight, string>>;
  readonly files: Record<string, Said & { readonly hash: string }>;
}

/**
 * @param key - all that the words of a check depend on beside what it sees: our version, the checks
 *   that are run
 */
export function openCache(
  root: string,
  project: KeptTree,
  context: Context,
  key: readonly string[],
): Cache {
  const place = join(homeOf(root), `${hashOf([root, ...key].join('\0')).slice(0, 16)}.json`);
  const before = load(place);
  const hashes = new Map<string, string>();
  const hashAt = (path: string) => {
    const known = hashes.get(path) ?? hashOf(project.bytes(path) ?? 'none');
    hashes.set(path, known);
    return known;
  };
  const lookOf = looksOf({ ...context, tree: project }, hashAt, hashOf);
  const isSame = (sight: Sight) => before?.looks[sight] === lookOf(sight);
  const files: Kept['files'] = {};
  let isNew = false;

  return {
    recall: (path) => {
      const said = before?.files[path];
      if (said === undefined || said.hash !== hashAt(path)) return undefined;
      const wide = Object.entries(said.wide);
      const stale = new Set(wide.flatMap(([name, seen]) => (seen.every(isSame) ? [] : [name])));
      if (stale.size === 0) {
        files[path] = said;
        return { said, again: [] };
      }
      return {
        said: {
          findings: said.findings.filter(({ check }) => !stale.has(check)),
          wide: Object.fromEntries(wide.filter(([name]) => !stale.has(name))),
        },
        again: [...stale],
      };
    },
    keep: (path, said) => {
      files[path] = { hash: hashAt(path), ...said };
      isNew = true;
    },
    save: () => {
      if (!isNew) return;
      const all = { ...stillTrue(before?.files ?? {}, isSame), ...files };
      const sights = new Set(Object.values(all).flatMap(({ wide }) => Object.values(wide).flat()));
      write(place, {
        looks: Object.fromEntries([...sights].map((sight) => [sight, lookOf(sight)])),
        files: all,
      });
    },
  };
}

/** Of files that this run did not read: what is kept has one look for each sight, so all of theirs must hold. */
const stillTrue = (files: Kept['files'], isSame: (sight: Sight) => boolean): Kept['files'] =>
  Object.fromEntries(
    Object.entries(files).filter(([, { wide }]) => Object.values(wide).flat().every(isSame)),
  );

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
    const { looks, files } = JSON.parse(fs.readFileSync(place, 'utf8')) as Kept;
    const isWhole = [looks, files].every((each) => typeof each === 'object');
    return isWhole ? { looks, files } : undefined;
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
