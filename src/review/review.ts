import type { Check, Context, Said } from '../check.ts';
import type { Job, Subject } from './job.ts';
import { joined, readAll } from './read-all.ts';
import type { Finding } from '../stages.ts';

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

  const order = orderOf(checks);
  return new Map(
    subjects.map(({ path }) => {
      const before = known.get(path)?.said;
      const now = fresh.get(path);
      if (now === undefined) return [path, before!.findings];
      const all = before === undefined ? now : joined(before, now);
      const said = { ...all, findings: [...all.findings].sort(order) };
      memory.keep(path, said);
      return [path, said.findings];
    }),
  );
}

/** By their places; in one place by the order of the checks, whichever of them had to wait. */
function orderOf(checks: readonly Check[]) {
  const nth = new Map(checks.map(({ name }, index) => [name, index]));
  const rank = ({ check }: Finding) => nth.get(check) ?? checks.length;
  return (a: Finding, b: Finding) => a.line - b.line || a.column - b.column || rank(a) - rank(b);
}
