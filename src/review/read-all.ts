import {
  type Check,
  type Context,
  inspect,
  type Said,
  type Sight,
  type TextFile,
  textFile,
} from '../check.ts';
import { takeWanted } from '../engine.ts';
import { interrupted } from '../problems.ts';
import type { Job } from './job.ts';
import { noting } from './sights.ts';
import type { Finding } from '../stages.ts';

/** How many files may wait for an engine at once: each is kept in memory meanwhile. */
const mostLate = 200;

/** A file, and checks that wanted an engine which was not there when they read it. */
interface Late {
  readonly file: TextFile;
  readonly checks: readonly Check[];
}

/** Read the files one after the other, and put down what is said of each. */
export async function readAll(
  jobs: readonly Job[],
  context: Context,
  textOf: (path: string) => string,
  into: Map<string, Said>,
  signal?: AbortSignal,
): Promise<void> {
  const loads = new Set(takeWanted());
  let late: readonly Late[] = [];
  const readBy = (file: TextFile, checks: readonly Check[], before: Said): readonly Late[] => {
    const { said, wanting, wanted } = read(file, checks, context);
    into.set(file.path, joined(before, said));
    for (const load of wanted) loads.add(load);
    return wanting.length === 0 ? [] : [{ file, checks: wanting }];
  };
  const catchUp = async () => {
    while (late.length > 0) {
      if (signal?.aborted) throw interrupted();
      const all = [...loads];
      loads.clear();
      for (const load of all) await load();
      late = late.flatMap(({ file, checks }) => readBy(file, checks, into.get(file.path)!));
    }
  };

  for (const [nth, { path, place, checks }] of jobs.entries()) {
    // Lets a Ctrl-C in: signals are only delivered between turns of the event loop.
    if (nth % 64 === 63) await new Promise(setImmediate);
    if (signal?.aborted) throw interrupted();
    late = [...late, ...readBy(textFile(path, textOf(path), place), checks, nothing)];
    if (late.length >= mostLate) await catchUp();
  }
  await catchUp();
}

const nothing: Said = { findings: [], wide: {} };

/**
 * Read one file, and note which checks looked further than the file, and at what. Those that wanted an
 * engine have said nothing yet.
 */
function read(file: TextFile, checks: readonly Check[], context: Context) {
  const noted = noting(context);
  const wide: Record<string, readonly Sight[]> = {};
  const findings: Finding[] = [];
  const wanting: Check[] = [];
  const wanted: ReturnType<typeof takeWanted>[number][] = [];
  for (const check of checks) {
    const found = inspect([check], file, noted.context);
    const sights = noted.sights();
    const loads = takeWanted();
    if (loads.length > 0) {
      wanting.push(check);
      wanted.push(...loads);
      continue;
    }
    findings.push(...found);
    if (sights.length > 0) wide[check.name] = sights;
  }
  return { said: { findings, wide }, wanting, wanted };
}

export const joined = (before: Said, fresh: Said): Said => ({
  findings: [...before.findings, ...fresh.findings],
  wide: { ...before.wide, ...fresh.wide },
});
