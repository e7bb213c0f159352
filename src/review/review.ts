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
import type { Place } from '../place.ts';
import { interrupted } from '../problems.ts';
import { noting } from './sights.ts';
import type { Finding } from '../stages.ts';

/** A file that shall be read, and what it is. */
export interface Subject {
  readonly path: string;
  readonly place: Place;
}

/** What an earlier run has said, where it still holds. */
export interface Memory {
  /** What is still known of a file, and the checks that must read it again. */
  readonly recall: (
    path: string,
  ) => { readonly said: Said; readonly again: readonly string[] } | undefined;
  readonly keep: (path: string, said: Said) => void;
}

/** Nothing is known, and nothing will be. */
export const noMemory: Memory = { recall: () => undefined, keep: () => undefined };

/** A file that must be read, and by which checks. */
export interface Job extends Subject {
  readonly checks: readonly Check[];
}

/** Somebody who takes some of the jobs, and reads them meanwhile. What fails there is read here. */
export type Beside = (jobs: readonly Job[]) => {
  readonly takes: ReadonlySet<string>;
  readonly said: Promise<ReadonlyMap<string, Said>>;
};

/**
 * Let the checks read every subject, one file after the other. What was said of a text before, and
 * still holds, is not said anew.
 *
 * @throws Interrupted - `signal` said so
 */
export async function review(
  subjects: readonly Subject[],
  checks: readonly Check[],
  context: Context,
  textOf: (path: string) => string,
  {
    memory = noMemory,
    beside,
    signal,
  }: { readonly memory?: Memory; readonly beside?: Beside; readonly signal?: AbortSignal } = {},
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const known = new Map(subjects.map(({ path }) => [path, memory.recall(path)]));
  const jobs = subjects.flatMap((subject): readonly Job[] => {
    const again = known.get(subject.path)?.again;
    if (again?.length === 0) return [];
    const left = again ? checks.filter(({ name }) => again.includes(name)) : checks;
    return [{ ...subject, checks: left }];
  });
  const others = beside?.(jobs);
  const fresh = new Map<string, Said>();
  const here = jobs.filter(({ path }) => others?.takes.has(path) !== true);
  await readAll(here, context, textOf, fresh, signal);
  for (const [path, said] of (await others?.said) ?? []) fresh.set(path, said);
  const left = jobs.filter(({ path }) => !fresh.has(path));
  await readAll(left, context, textOf, fresh, signal);

  return new Map(
    subjects.map(({ path }) => {
      const before = known.get(path)?.said;
      const now = fresh.get(path);
      if (now === undefined) return [path, before!.findings];
      const said = before === undefined ? now : joined(before, now);
      memory.keep(path, said);
      return [path, said.findings];
    }),
  );
}

/** Read the files one after the other, and put down what is said of each. */
export async function readAll(
  jobs: readonly Job[],
  context: Context,
  textOf: (path: string) => string,
  into: Map<string, Said>,
  signal?: AbortSignal,
): Promise<void> {
  for (const [nth, { path, place, checks }] of jobs.entries()) {
    // Lets a Ctrl-C in: signals are only delivered between turns of the event loop.
    if (nth % 64 === 63) await new Promise(setImmediate);
    if (signal?.aborted) throw interrupted();
    into.set(path, await readWhole(textOf(path), path, place, checks, context));
  }
}

/** Once more, where an engine was wanted that is not loaded: the first file of its kind, no other. */
async function readWhole(
  text: string,
  path: string,
  place: Place,
  checks: readonly Check[],
  context: Context,
): Promise<Said> {
  takeWanted();
  for (;;) {
    const said = read(textFile(path, text, place), checks, context);
    const wanted = takeWanted();
    if (wanted.length === 0) return said;
    for (const load of wanted) await load();
  }
}

/** Read one file, and note which checks looked further than the file, and at what. */
function read(file: TextFile, checks: readonly Check[], context: Context): Said {
  const noted = noting(context);
  const wide: Record<string, readonly Sight[]> = {};
  const findings = checks.flatMap((check) => {
    const found = inspect([check], file, noted.context);
    const sights = noted.sights();
    if (sights.length > 0) wide[check.name] = sights;
    return found;
  });
  return { findings: inOrder(findings), wide };
}

const joined = (before: Said, fresh: Said): Said => ({
  findings: inOrder([...before.findings, ...fresh.findings]),
  wide: { ...before.wide, ...fresh.wide },
});

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => a.line - b.line || a.column - b.column);
