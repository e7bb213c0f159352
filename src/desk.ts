import fs from 'fs-extra';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { deskBroken, otherRun } from './problems.ts';

/**
 * The desk: a folder in the project on which a run lays out what it will write. It is also the lock
 * (making a folder either succeeds or finds it there), and with its journal the way back.
 *
 *   owner.json    whose it is
 *   new/0 new/1   the texts to come; a text that is gone from here was moved to its place
 *   old/1         copies of what they replace
 *   journal.json  what goes where; until it is there nothing was moved, once it is gone all was
 */
export interface Desk {
  readonly place: string;
  /** Folders that were made only to hold the desk. */
  readonly rootFolders: readonly string[];
  readonly stage: (nth: number, path: string, text: string, replaces: boolean) => void;
  readonly begin: () => void;
  readonly move: (nth: number) => void;
  readonly done: () => void;
}

interface Journal {
  readonly moves: readonly {
    readonly path: string;
    readonly replaces: boolean;
    readonly hash: string;
  }[];
  /** Folders that were not there before, outermost first. */
  readonly folders: readonly string[];
}

interface Owner {
  readonly pid: number;
  /** When the process began, as the system counts it: a number may be given to another process later. */
  readonly began: string;
}

const name = '.create-persona-desk';

/**
 * Take the desk of a project, making the project's folder where there is none.
 *
 * @throws OtherRun - a living process has it
 */
export function openDesk(root: string): Desk {
  const rootFolders = missingFolders(root);
  fs.ensureDirSync(root);
  const place = join(root, name);
  try {
    fs.mkdirSync(place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      removeEmpty(rootFolders);
      throw error;
    }
    throw otherRun(place, readOwner(place)?.pid ?? 0);
  }
  try {
    return layOut(root, place, rootFolders);
  } catch (error) {
    fs.removeSync(place);
    removeEmpty(rootFolders);
    throw error;
  }
}

function layOut(root: string, place: string, rootFolders: readonly string[]): Desk {
  const moves: { path: string; replaces: boolean; hash: string }[] = [];
  const folders = new Set<string>(rootFolders);
  const seen = new Set<string>();
  const at = (part: 'new' | 'old', nth: number) => join(place, part, String(nth));
  fs.writeJsonSync(join(place, 'owner.json'), {
    pid: process.pid,
    began: beganAt(process.pid),
  } satisfies Owner);
  fs.mkdirSync(join(place, 'new'));
  fs.mkdirSync(join(place, 'old'));

  return {
    place,
    rootFolders,
    stage: (nth, path, text, replaces) => {
      const home = join(root, path);
      fs.writeFileSync(at('new', nth), text);
      if (replaces) {
        fs.copyFileSync(home, at('old', nth));
        fs.chmodSync(at('new', nth), fs.statSync(home).mode);
      } else if (!seen.has(dirname(home))) {
        seen.add(dirname(home));
        for (const folder of missingFolders(dirname(home))) folders.add(folder);
      }
      moves[nth] = { path, replaces, hash: hashOf(Buffer.from(text)) };
    },
    begin: () => {
      const journal: Journal = { moves, folders: [...folders] };
      fs.writeJsonSync(join(place, 'journal.part'), journal);
      fs.renameSync(join(place, 'journal.part'), join(place, 'journal.json'));
      for (const folder of folders) fs.ensureDirSync(folder);
    },
    move: (nth) => fs.renameSync(at('new', nth), join(root, moves[nth]!.path)),
    done: () => fs.removeSync(join(place, 'journal.json')),
  };
}

/** Leave the desk: what was begun and is not done is taken back. */
export function clearDesk({ place, rootFolders }: Desk): void {
  const root = dirname(place);
  const journal = readJournal(place);
  if (journal !== undefined) takeBack(root, place, journal);
  fs.removeSync(place);
  removeEmpty([...rootFolders, ...(journal?.folders ?? [])]);
}

/**
 * Clean up after a run that was killed. Gives a sentence on what was done, or nothing where there
 * was nothing to do.
 *
 * @throws OtherRun - the run that has the desk is alive
 * @throws DeskBroken - its journal cannot be read
 */
export function recover(root: string): string | undefined {
  const place = join(root, name);
  if (!fs.existsSync(place)) return undefined;
  const owner = readOwner(place);
  if (owner !== undefined && isAlive(owner)) throw otherRun(place, owner.pid);

  const journal = readJournal(place);
  const kept = journal === undefined ? [] : takeBack(root, place, journal);
  fs.removeSync(place);
  if (journal !== undefined) removeEmpty(journal.folders.filter((folder) => folder !== root));
  const left =
    kept.length === 0 ? '' : ` Kept, because they were changed since: ${kept.join(', ')}.`;
  return `An earlier run was cut off. What it had written was taken back.${left}`;
}

/** Undo the moves that were made, last first. Safe to be cut off and begun anew. */
function takeBack(root: string, place: string, { moves }: Journal): string[] {
  const kept: string[] = [];
  for (const [nth, { path, replaces, hash }] of [...moves.entries()].reverse()) {
    if (fs.existsSync(join(place, 'new', String(nth)))) continue;
    const home = join(root, path);
    const old = join(place, 'old', String(nth));
    const isOurs = fs.existsSync(home) && hashOf(fs.readFileSync(home)) === hash;
    if (fs.existsSync(home) && !isOurs) {
      if (!replaces || fs.existsSync(old)) kept.push(path);
    } else if (!replaces) fs.removeSync(home);
    else if (fs.existsSync(old)) fs.renameSync(old, home);
  }
  return kept;
}

function readJournal(place: string): Journal | undefined {
  const path = join(place, 'journal.json');
  if (!fs.existsSync(path)) return undefined;
  try {
    return fs.readJsonSync(path) as Journal;
  } catch {
    throw deskBroken(place);
  }
}

function readOwner(place: string): Owner | undefined {
  try {
    return fs.readJsonSync(join(place, 'owner.json')) as Owner;
  } catch {
    // Either its run was killed between two lines, or it is just now writing it.
    const age = Date.now() - (fs.statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age < 2000 ? { pid: 0, began: '' } : undefined;
  }
}

function isAlive({ pid, began }: Owner): boolean {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return began === '' || beganAt(pid) === began;
}

/** Field 22 of /proc/<pid>/stat, in ticks since the machine started; empty where there is no /proc. */
function beganAt(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let each = folder; !fs.existsSync(each) && dirname(each) !== each; each = dirname(each))
    missing.unshift(each);
  return missing;
}

function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      fs.rmdirSync(folder);
    } catch {
      // Somebody put something into it, or it was never made: then it is not ours to remove.
    }
  }
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
