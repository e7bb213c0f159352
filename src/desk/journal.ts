import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskBroken } from '../problems.ts';

/**
 * What stands on a desk (`src/desk/desk.ts`), in the words of its files.
 *
 *   owner.json    whose it is
 *   new/0 new/1   the texts to come; a text that is gone from here was moved to its place
 *   old/1         copies of what they replace
 *   gone/2        what is to go, once it was taken away
 *   journal.json  what goes where; until it is there nothing was moved, once it is gone all was
 */
export const deskOf = (root: string): string => join(root, '.create-persona-desk');

export interface Journal {
  readonly moves: readonly Move[];
  /** Folders that were not there before, outermost first. */
  readonly folders: readonly string[];
}

export type Move =
  | {
      readonly path: string;
      readonly removes?: false;
      readonly replaces: boolean;
      /** SHA-256 of the new text, in hexadecimal. */
      readonly hash: string;
    }
  | { readonly path: string; readonly removes: true; readonly replaces?: false };

export interface Owner {
  readonly pid: number;
  /** When the process began, as the system counts it: a number may be given to another process later. */
  readonly began: string;
}

/** There in one step, or not at all. */
export function writeJournal(place: string, journal: Journal): void {
  writeFileSync(join(place, 'journal.part'), JSON.stringify(journal));
  renameSync(join(place, 'journal.part'), join(place, 'journal.json'));
}

/** @throws DeskBroken - it is there and cannot be read */
export function readJournal(place: string): Journal | undefined {
  const path = join(place, 'journal.json');
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Journal;
  } catch {
    throw deskBroken(place);
  }
}

export const writeOwner = (place: string): void =>
  writeFileSync(
    join(place, 'owner.json'),
    JSON.stringify({ pid: process.pid, began: beganAt(process.pid) } satisfies Owner),
  );

export function readOwner(place: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(place, 'owner.json'), 'utf8')) as Owner;
  } catch {
    // Either its run was killed between two lines, or it is just now writing it.
    const age = Date.now() - (statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age < 2000 ? { pid: 0, began: '' } : undefined;
  }
}

export function isAlive({ pid, began }: Owner): boolean {
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
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
