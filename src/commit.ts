import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, openDesk } from './desk/desk.ts';
import { deskOf } from './desk/journal.ts';
import {
  diskRefused,
  filesInTheWay,
  interrupted,
  otherRun,
  pathOutside,
  placeTaken,
  Problem,
} from './problems.ts';
import type { CheckedPlan, PlannedFile, Receipt, Removal } from './stages.ts';
import { isClosed } from './tree.ts';

/**
 * Write a checked plan: all of it, or nothing.
 *
 * Every file is first written to a desk inside the project, with a copy of what it will replace and
 * a journal of the moves to come. Only then is each moved to its place, in one step of the file
 * system. If a move fails the moves are taken back; if the process dies, the next run takes them
 * back from the journal (`src/desk/recover.ts`).
 *
 * A file that stands in the way is replaced when its text is what the plan started from (`keeps`),
 * when `mayReplace` knows it, or by `force`. Files that go are taken away last, one step each, and
 * come back with the rest.
 *
 * @throws FileInTheWay - a file is there with other text
 * @throws PathOutside - a path leads out of the project, if only through a link
 * @throws PlaceTaken - a folder stands where a file must be, or the other way round
 * @throws DiskRefused - no room, or no right to write
 * @throws OtherRun - another process is writing to the same project
 * @throws Interrupted - `signal` said so before the last move
 */
export async function commit(
  plan: CheckedPlan,
  root: string,
  manner: Manner & { signal?: AbortSignal } = {},
): Promise<Receipt> {
  const { fresh, going, receipt } = survey(plan, root, manner);
  if (fresh.length + going.length === 0) return receipt;

  try {
    const desk = openDesk(root);
    try {
      refuseIfMoved(fresh, going, root, desk);
      for (const [nth, { file, now }] of fresh.entries())
        desk.stage(nth, file.path, likeBefore(file, now), now !== undefined);
      for (const [nth, { path }] of going.entries()) desk.stageRemoval(fresh.length + nth, path);
      desk.begin();
      await move(desk, fresh.length + going.length, manner.signal);
    } catch (error) {
      (await import('./desk/take-back.ts')).abandon(desk);
      throw error;
    }
  } catch (error) {
    throw error instanceof Problem ? error : diskProblem(error as NodeJS.ErrnoException, root);
  }
  return receipt;
}

interface Manner {
  readonly force?: boolean;
  readonly mayReplace?: (path: string, text: string) => boolean;
}

/** What `commit` would do, and the problems that it would stop at before it begins. */
export const rehearse = (plan: CheckedPlan, root: string, manner: Manner = {}): Receipt =>
  survey(plan, root, manner).receipt;

function survey(
  plan: CheckedPlan,
  root: string,
  { force = false, mayReplace = () => false }: Manner,
) {
  const files = [...new Map(plan.files.map((file) => [file.path, file])).values()];
  const sorted: readonly Standing[] = files.map((file) => ({
    file,
    now: standing(root, file.path),
  }));
  const fresh = sorted.filter(({ file, now }) => !sameText(now, file.text));
  const unchanged = sorted.filter((each) => !fresh.includes(each)).map(({ file }) => file.path);

  const there = fresh.filter(({ file, now }) => now !== undefined && !sameText(now, file.keeps));
  // It was read a moment ago: what is new in it is another run's, and `text` lacks it.
  if (there.some(({ file }) => file.keeps !== undefined)) throw otherRun(deskOf(root), 0);
  const inTheWay = there.filter(({ file, now }) => !force && !mayReplace(file.path, now!));
  if (inTheWay.length > 0) {
    const paths = inTheWay.map(({ file }) => file.path);
    throw filesInTheWay(paths, plan.generator);
  }
  const paths = (replaces: boolean) =>
    fresh.filter(({ now }) => (now !== undefined) === replaces).map(({ file }) => file.path);
  const going = goingFrom(plan, root);
  return {
    fresh,
    going,
    receipt: {
      written: paths(false),
      replaced: paths(true),
      unchanged,
      removed: going.map(({ path }) => path),
    },
  };
}

/** The files that go and are still there. Nothing goes that is also written, or has another text by now. */
function goingFrom({ files, removes = [] }: CheckedPlan, root: string): readonly Removal[] {
  const written = new Set(files.map(({ path }) => path));
  return removes.filter(({ path, keeps }) => {
    const now = standing(root, path);
    if (now === undefined || written.has(path)) return false;
    if (!sameText(now, keeps)) throw otherRun(deskOf(root), 0);
    return true;
  });
}

/** Another run may have been done between our first look and our taking of the desk. */
function refuseIfMoved(
  fresh: readonly Standing[],
  going: readonly Removal[],
  root: string,
  { place }: Desk,
): void {
  const hasMoved =
    fresh.some(({ file, now }) => standing(root, file.path) !== now) ||
    going.some(({ path, keeps }) => !sameText(standing(root, path), keeps));
  if (hasMoved) throw otherRun(place, 0);
}

async function move(desk: Desk, many: number, signal: AbortSignal | undefined): Promise<void> {
  for (let nth = 0; nth <= many; nth++) {
    // Lets a Ctrl-C in: signals are only delivered between turns of the event loop.
    await new Promise(setImmediate);
    if (signal?.aborted) throw interrupted();
    if (nth < many) desk.move(nth);
  }
  desk.done();
}

interface Standing {
  readonly file: PlannedFile;
  readonly now: string | undefined;
}

/**
 * The text that stands at a path now, or nothing.
 *
 * Links are looked through on the way there: a folder that is a link to elsewhere leads out of the
 * project as surely as `..` does.
 */
function standing(root: string, path: string): string | undefined {
  const parts = path.split('/');
  const isOutside =
    path === '' ||
    path.includes('\\') ||
    path.includes('\0') ||
    /^([a-zA-Z]:|\/)/.test(path) ||
    parts.includes('..') ||
    parts.includes('.') ||
    parts.includes('');
  if (isOutside) throw pathOutside(JSON.stringify(path).slice(1, -1));

  for (let depth = 1; depth < parts.length; depth++) {
    const folder = join(root, ...parts.slice(0, depth));
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (found.isSymbolicLink()) refuseIfOutside(root, folder, path);
    else if (!found.isDirectory())
      throw placeTaken(path, `${parts.slice(0, depth).join('/')} is a file`);
  }
  const home = join(root, path);
  const found = lstatSync(home, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (found.isSymbolicLink())
    throw placeTaken(path, 'a link stands there, and writing would go to where it leads');
  if (!found.isFile()) throw placeTaken(path, 'a folder stands there');
  try {
    return readFileSync(home, 'utf8');
  } catch (error) {
    // Another run may have taken it away since we looked.
    if (!isClosed(error)) return undefined;
    throw diskProblem(error as NodeJS.ErrnoException, root);
  }
}

function refuseIfOutside(root: string, folder: string, path: string): void {
  const real = realPath(folder);
  const home = realPath(root);
  if (real === undefined) throw placeTaken(path, 'a folder on the way is a link to nowhere');
  if (home !== undefined && real !== home && !real.startsWith(join(home, '/')))
    throw pathOutside(path);
}

const realPath = (path: string) => {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
};

/** A checkout with CRLF line ends holds the same text as ours, which are always LF. */
const sameText = (now: string | undefined, text: string | undefined) =>
  now !== undefined &&
  text !== undefined &&
  (now === text || now.replaceAll('\r\n', '\n') === text.replaceAll('\r\n', '\n'));

/** Whoever has CRLF in a file keeps CRLF in it. */
const likeBefore = ({ text }: PlannedFile, now: string | undefined) =>
  now?.includes('\r\n') && !/[^\r]\n/.test(now) ? text.replaceAll(/\r?\n/g, '\r\n') : text;

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota is used up',
  EFBIG: 'the file would be larger than is allowed here',
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the disk can only be read',
  ENAMETOOLONG: 'the name is too long',
};

function diskProblem(error: NodeJS.ErrnoException & { dest?: string }, root: string): Error {
  const because = reasons[error.code ?? ''];
  // What cannot be put aside is refused where it stands, not on the desk that it was to go to.
  const isPutAside = error.dest?.startsWith(deskOf(root)) === true;
  const place = isPutAside ? error.path : (error.dest ?? error.path);
  return because === undefined ? error : diskRefused(place ?? root, because);
}
