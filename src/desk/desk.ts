import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deskOf, type Journal, type Move, readOwner, writeJournal, writeOwner } from './journal.ts';
import { otherRun } from '../problems.ts';

/**
 * The desk: a folder in the project on which a run lays out what it will write. It is also the lock
 * (making a folder either succeeds or finds it there), and with its journal the way back, which
 * `src/desk/take-back.ts` goes. What stands on it is told in `src/desk/journal.ts`.
 *
 * This is plain `node:fs`: loading fs-extra takes longer than all that is done here.
 */
export interface Desk {
  readonly place: string;
  /** Folders that were made only to hold the desk. */
  readonly rootFolders: readonly string[];
  readonly stage: (nth: number, path: string, text: string, replaces: boolean) => void;
  readonly stageRemoval: (nth: number, path: string) => void;
  readonly begin: () => void;
  readonly move: (nth: number) => void;
  /** All is moved: from here on there is no way back, and the desk is gone. */
  readonly done: () => void;
}

/**
 * Take the desk of a project, making the project's folder where there is none.
 *
 * @throws OtherRun - a living process has it
 */
export function openDesk(root: string): Desk {
  const rootFolders = missingFolders(root);
  mkdirSync(root, { recursive: true });
  const place = deskOf(root);
  try {
    mkdirSync(place);
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
    rmSync(place, { recursive: true });
    removeEmpty(rootFolders);
    throw error;
  }
}

function layOut(root: string, place: string, rootFolders: readonly string[]): Desk {
  const moves: Move[] = [];
  const folders = new Set<string>(rootFolders);
  const seen = new Set<string>();
  const at = (part: 'new' | 'old' | 'gone', nth: number) => join(place, part, String(nth));
  writeOwner(place);
  mkdirSync(join(place, 'new'));
  mkdirSync(join(place, 'old'));

  return {
    place,
    rootFolders,
    stage: (nth, path, text, replaces) => {
      const home = join(root, path);
      writeFileSync(at('new', nth), text);
      if (replaces) {
        copyFileSync(home, at('old', nth));
        chmodSync(at('new', nth), statSync(home).mode);
      } else if (!seen.has(dirname(home))) {
        seen.add(dirname(home));
        for (const folder of missingFolders(dirname(home))) folders.add(folder);
      }
      moves[nth] = { path, replaces, hash: hashOf(text) };
    },
    stageRemoval: (nth, path) => {
      if (!moves.some(({ removes }) => removes)) mkdirSync(join(place, 'gone'));
      moves[nth] = { path, removes: true };
    },
    begin: () => {
      writeJournal(place, { moves, folders: [...folders] } satisfies Journal);
      for (const folder of folders) mkdirSync(folder, { recursive: true });
    },
    move: (nth) => {
      const { path, removes } = moves[nth]!;
      const home = join(root, path);
      if (removes) renameSync(home, at('gone', nth));
      else renameSync(at('new', nth), home);
    },
    done: () => {
      unlinkSync(join(place, 'journal.json'));
      // Piece by piece is quicker than a recursive removal, which looks at everything twice.
      for (const [nth, { replaces, removes }] of moves.entries())
        if (replaces || removes) unlinkSync(at(removes ? 'gone' : 'old', nth));
      unlinkSync(join(place, 'owner.json'));
      const left = moves.filter(({ removes }) => removes).map(({ path }) => dirname(path));
      const parts = left.length === 0 ? ['new', 'old'] : ['new', 'old', 'gone'];
      for (const folder of [...parts.map((part) => join(place, part)), place]) rmdirSync(folder);
      removeEmpty(
        [...new Set(left)].filter((each) => each !== '.').map((each) => join(root, each)),
      );
    },
  };
}

function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let each = folder; !existsSync(each) && dirname(each) !== each; each = dirname(each))
    missing.unshift(each);
  return missing;
}

/** Folders, outermost first: those that nobody has put anything into go. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      // Somebody put something into it, or it was never made: then it is not ours to remove.
    }
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
