import { createHash } from 'node:crypto';
import fs from 'fs-extra';
import { dirname, join } from 'node:path';
import { type Desk, removeEmpty } from './desk.ts';
import { deskOf, isAlive, type Journal, readJournal, readOwner } from './journal.ts';
import { otherRun } from '../problems.ts';

/** The way back, after a move that failed or a run that was killed. Most runs never load this file. */

/** Leave a desk whose run cannot go on: what was moved is taken back. */
export function abandon({ place, rootFolders }: Desk): void {
  const journal = readJournal(place);
  if (journal !== undefined) takeBack(dirname(place), place, journal);
  fs.removeSync(place);
  removeEmpty([...rootFolders, ...(journal?.folders ?? [])]);
}

/**
 * Clean up after a run that was killed, and tell what was done.
 *
 * @throws OtherRun - the run that has the desk is alive
 * @throws DeskBroken - its journal cannot be read
 */
export function cleanUp(root: string): string | undefined {
  const place = deskOf(root);
  const seen = birthOf(place);
  const owner = readOwner(place);
  if (owner !== undefined && isAlive(owner)) throw otherRun(place, owner.pid);
  // A run may have ended while we looked, and another begun: only the desk that was seen is left over.
  const now = birthOf(place);
  if (now === undefined) return undefined;
  if (now !== seen) throw otherRun(place, 0);

  const journal = readJournal(place);
  const kept = journal === undefined ? [] : takeBack(root, place, journal);
  fs.removeSync(place);
  if (journal !== undefined) removeEmpty(journal.folders.filter((folder) => folder !== root));
  const left =
    kept.length === 0 ? '' : ` Kept, because they were changed since: ${kept.join(', ')}.`;
  return `An earlier run was cut off. What it had written was taken back.${left}`;
}

function birthOf(place: string): string | undefined {
  const found = fs.statSync(place, { throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.ino} ${found.birthtimeMs}`;
}

/** Undo the moves that were made, last first. Safe to be cut off and begun anew. */
function takeBack(root: string, place: string, { moves }: Journal): string[] {
  const kept: string[] = [];
  for (const [nth, made] of [...moves.entries()].reverse()) {
    const { path, replaces } = made;
    const home = join(root, path);
    if (made.removes) {
      const gone = join(place, 'gone', String(nth));
      if (!fs.existsSync(gone)) continue;
      // Somebody has put another file there: theirs stays, and the old one stands beside it.
      const isTaken = fs.existsSync(home);
      fs.moveSync(gone, isTaken ? `${home}.before` : home, { overwrite: isTaken });
      if (isTaken) kept.push(path);
      continue;
    }
    const { hash } = made;
    if (fs.existsSync(join(place, 'new', String(nth)))) continue;
    const old = join(place, 'old', String(nth));
    const isOurs = fs.existsSync(home) && hashOf(fs.readFileSync(home)) === hash;
    if (fs.existsSync(home) && !isOurs) {
      if (!replaces || fs.existsSync(old)) kept.push(path);
    } else if (!replaces) fs.removeSync(home);
    else if (fs.existsSync(old)) fs.renameSync(old, home);
  }
  return kept;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
