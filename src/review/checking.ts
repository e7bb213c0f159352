import { isUtf8 } from 'node:buffer';
import { type Baseline, compare } from '../baseline.ts';
import { openCache } from './cache.ts';
import { type Check, type Context, contextOf, type Scene, textFile } from '../check.ts';
import { checks as shelf } from '../checks/index.ts';
import { commit } from '../commit.ts';
import { fixAll } from '../fix.ts';
import type { Workspace } from '../generator.ts';
import type { KeptTree } from '../kept-tree.ts';
import { check } from './plan-check.ts';
import type { Review } from '../reporter.ts';
import type { Subject } from './job.ts';
import { type Memory, noMemory, review } from './review.ts';
import { sideBySide } from './side-by-side.ts';
import { sift } from './sift.ts';
import type { Finding, PlannedFile } from '../stages.ts';
import { suppressionsAreUsed } from '../suppress.ts';
import { mark } from '../suppression.ts';
import { overlay } from '../tree.ts';
import { fingerprint } from '../version.ts';

/** Every check that `check` knows by name, with the one that reads what the others have found. */
export const allChecks: readonly Check[] = [...shelf, suppressionsAreUsed];

export interface Session {
  readonly root: string;
  readonly workspace: Workspace & Pick<Scene, 'asOf'>;
  readonly project: KeptTree;
  readonly subjects: readonly Subject[];
  /** Those that are run. */
  readonly checks: readonly Check[];
  /** How many threads may read; by itself, as many as it is worth. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/** What the checks say of every subject, sifted, in the order of the files. */
export async function findingsOf(
  session: Session,
  { usesCache }: { readonly usesCache: boolean },
): Promise<readonly Finding[]> {
  const { root, project, workspace, checks } = session;
  const context = contextOf(project, workspace);
  if (!usesCache || fingerprint === undefined) return flat(await read(session, context, noMemory));
  const cache = openCache(root, project, context, [
    fingerprint,
    context.asOf ?? '',
    ...context.targets.map(({ id }) => id),
    ...checks.map(({ name }) => name),
  ]);
  const found = await read(session, context, cache);
  cache.save();
  return flat(found);
}

/**
 * The files of a session, mended as far as that is certain, as a plan would have them. A file that
 * is not UTF-8 is left alone: to write it again would lose what we could not read.
 */
export async function mendedFiles(session: Session): Promise<readonly PlannedFile[]> {
  const { project, workspace, subjects } = session;
  const texts = new Map(
    subjects
      .filter(({ path }) => isUtf8(project.bytes(path) ?? Buffer.alloc(0)))
      .map(({ path }) => [path, project.read(path) ?? ''] as const),
  );
  const planned = (mended: ReadonlyMap<string, string>) =>
    [...mended].map(([path, text]) => ({ path, text }));
  const mended = await fixAll(texts, (so) => {
    const tree = so.size === 0 ? project : overlay(project, planned(so));
    return read(session, contextOf(tree, workspace), noMemory);
  });
  return [...mended].map(([path, text]) => ({ path, text, keeps: texts.get(path)! }));
}

/** Write them all, or none, by the one way in which anything is written. */
export async function writeFiles(
  files: readonly PlannedFile[],
  { root, workspace, project, checks, signal }: Session,
): Promise<void> {
  const plan = await check({ generator: 'check', files }, checks, { ...workspace, project });
  await commit(plan, root, signal ? { signal } : {});
}

async function read(
  { root, project, workspace: { config }, subjects, checks, threads, signal }: Session,
  context: Context,
  memory: Memory,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const { tree } = context;
  const textOf = (path: string) => tree.read(path) ?? '';
  // Another thread reads the disk: what is only planned it would not see.
  const beside = tree === project && sideBySide(root, context, textOf, threads, signal);
  const small = subjects.filter(({ path }) => project.sizeOfLarge(path) === undefined);
  const found = await review(small, checks, context, textOf, {
    memory,
    ...(beside && { beside }),
    ...(signal && { signal }),
  });
  const known = shelf.map(({ name }) => name);
  const isQuiet = (path: string) =>
    found.get(path)?.length === 0 &&
    !(memory === noMemory ? textOf(path) : project.bytes(path))?.includes(mark);
  return new Map(
    subjects.map(({ path, place }) => {
      if (isQuiet(path)) return [path, []];
      const file = textFile(path, textOf(path), place);
      const said = found.get(path) ?? tooLarge(path, project.sizeOfLarge(path)!, checks);
      return [path, sift(file, said, config, checks, known)];
    }),
  );
}

/** Nobody shall believe that a file was read which was not. */
const tooLarge = (path: string, size: number, checks: readonly Check[]): readonly Finding[] =>
  checks
    .filter(({ name }) => name === 'size-fits')
    .map(({ name, level }) => ({
      check: name,
      path,
      level,
      line: 1,
      column: 1,
      says: `The file has ${Math.round(size / 1024 / 1024)} MiB, which no agent tool takes in: nothing else in it was checked.`,
      mend: 'Cut it down, or name it under `ignore` in `.persona/config.yaml`.',
    }));

const flat = (found: ReadonlyMap<string, readonly Finding[]>) => [...found.values()].flat();

/** What a reporter is told of a run. */
export function reviewed(
  { subjects, project, checks }: Pick<Session, 'subjects' | 'project' | 'checks'>,
  findings: readonly Finding[],
  { baseline, mended = [] }: { baseline?: Baseline; mended?: readonly string[] },
): Review {
  const lines = new Map<string, readonly string[]>();
  const lineAt = (path: string, line: number) => {
    const all = lines.get(path) ?? (project.read(path) ?? '').split(/\r?\n/);
    lines.set(path, all);
    return all[line - 1] ?? '';
  };
  const files = new Set(subjects.map(({ path }) => path));
  const names = new Set(checks.map(({ name }) => name));
  const compared = baseline && compare(findings, baseline, ({ path, line }) => lineAt(path, line));
  return {
    files: subjects.length,
    findings: compared?.fresh ?? findings,
    known: compared?.known ?? 0,
    gone: (compared?.gone ?? []).filter(
      ({ path, check }) => names.has(check) && (files.has(path) || !project.has(path)),
    ),
    mended,
    checks,
    lineAt,
  };
}
