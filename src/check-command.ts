import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Baseline,
  baselineOf,
  baselinePath,
  merged,
  printBaseline,
  readBaseline,
} from './baseline.ts';
import { changedFiles, isRevision } from './changed.ts';
import { check } from './plan-check.ts';
import { chooseOptions, type Options } from './check-options.ts';
import { findingsOf, mendedFiles, reviewed, type Session } from './checking.ts';
import type { ExitCode, Io, Request } from './command.ts';
import { commit } from './commit.ts';
import { keptTree } from './kept-tree.ts';
import { baselineWrong, folderMissing } from './problems.ts';
import { recover } from './recover.ts';
import { tallyOf } from './reporter.ts';
import type { PlannedFile } from './stages.ts';
import { subjectsOf } from './subjects.ts';
import { version } from './version.ts';
import { count } from './words.ts';
import { openWorkspace } from './workspace.ts';

/** The command `check`: once, or again whenever something changes. */
export async function runCheck(request: Request, io: Io): Promise<ExitCode> {
  const { dir } = request.flags;
  const root = resolve(io.cwd, typeof dir === 'string' ? dir : '.');
  if (!existsSync(root) || !statSync(root).isDirectory()) throw folderMissing(root);
  const options = chooseOptions(request);
  if (!options.watches) return once(root, options, io);
  const { watchWith } = await import('./watch.ts');
  return watchWith(root, io, () => once(root, options, io));
}

async function once(root: string, options: Options, io: Io): Promise<ExitCode> {
  const writes = (options.fixes && !options.isDry) || options.updatesBaseline;
  if (writes) {
    const told = await recover(root);
    if (told !== undefined) io.complain(told);
  }
  let session = await open(root, options);
  let mended: readonly PlannedFile[] = [];
  if (options.fixes) {
    mended = await mendedFiles(session);
    if (options.isDry) return showDiff(mended, session, io);
    if (mended.length > 0) {
      await write(mended, session, io);
      session = await open(root, options);
    }
  }

  const findings = await findingsOf(session, { usesCache: options.usesCache });
  if (options.updatesBaseline) return updateBaseline(findings, session, options, io);
  const baseline = knownIn(session, options);
  const paths = mended.map(({ path }) => path);
  const review = reviewed(session, findings, { ...(baseline && { baseline }), mended: paths });
  const text = options.reporter.report(review, {
    hasColor: io.hasColor,
    quiet: options.isQuiet,
    version,
  });
  if (text !== '') io.print(text);

  const { errors, warnings } = tallyOf(review.findings);
  const most = options.maxWarnings ?? session.workspace.config.maxWarnings ?? Infinity;
  if (warnings > most)
    io.complain(`${count(warnings, 'warning')}, and no more than ${most} are let pass.`);
  return errors > 0 || warnings > most ? 1 : 0;
}

async function open(root: string, options: Options): Promise<Session> {
  const { words, changedSince } = await wordsOf(root, options);
  const workspace = await openWorkspace(root);
  const { targets, config } = workspace;
  const project = keptTree(root);
  const all = subjectsOf(root, words, project, targets, config);
  const changed = changedSince && (await changedFiles(root, changedSince.base));
  const subjects = changed ? all.filter(({ path }) => changed.has(path)) : all;
  const checks = options.checks.filter(({ name }) => config.levels[name] !== 'off');
  return { root, workspace, project, subjects, checks };
}

/** The word after `--changed` or `--baseline` may be the first path: git and its ending tell. */
async function wordsOf(root: string, { words, changed, baselineWord }: Options) {
  const paths = [...words];
  if (baselineWord !== undefined) paths.push(baselineWord);
  if (changed === undefined) return { words: paths };
  const isBase =
    changed === '' || !existsSync(resolve(root, changed)) || (await isRevision(root, changed));
  if (!isBase) return { words: [...paths, changed], changedSince: {} };
  return { words: paths, changedSince: changed === '' ? {} : { base: changed } };
}

async function write(files: readonly PlannedFile[], session: Session, io: Io): Promise<void> {
  const scene = { ...session.workspace, project: session.project };
  const plan = await check({ generator: 'check', files }, session.checks, scene);
  await commit(plan, session.root, io.signal ? { signal: io.signal } : {});
}

async function showDiff(
  files: readonly PlannedFile[],
  session: Session,
  io: Io,
): Promise<ExitCode> {
  const { diffOf } = await import('./diff.ts');
  // A diff speaks of lines, so those that end in CRLF are compared without it.
  const plain = files.map(({ path, text }) => ({ path, text: text.replaceAll('\r\n', '\n') }));
  const diff = diffOf({ generator: 'check', files: plain }, session.project);
  io.print(diff === '' ? 'Nothing would change.' : diff.trimEnd());
  return 0;
}

const pathOf = (session: Session, { baseline }: Options) =>
  baseline ?? session.workspace.config.baseline ?? baselinePath;

/** The baseline, where one is asked for, by a flag or by the config. */
function knownIn(session: Session, options: Options): Baseline | undefined {
  if (options.baseline === undefined && session.workspace.config.baseline === undefined)
    return undefined;
  const path = pathOf(session, options);
  const text = session.project.read(path);
  if (text === undefined) throw baselineWrong(path, 'it is not there');
  return readBaseline(path, text);
}

async function updateBaseline(
  findings: Parameters<typeof baselineOf>[0],
  session: Session,
  options: Options,
  io: Io,
): Promise<ExitCode> {
  const { subjects, project, checks } = session;
  const path = pathOf(session, options);
  const { lineAt } = reviewed(session, findings, {});
  const fresh = baselineOf(findings, (each) => lineAt(each.path, each.line));
  const text = project.read(path);
  const read = new Set(subjects.map((each) => each.path));
  const ran = new Set(checks.map(({ name }) => name));
  const before = text === undefined ? undefined : readBaseline(path, text);
  const next = before
    ? merged(
        before,
        fresh,
        (each) => (read.has(each.path) || !project.has(each.path)) && ran.has(each.check),
      )
    : fresh;
  await write(
    [{ path, text: printBaseline(next), ...(text !== undefined && { keeps: text }) }],
    session,
    io,
  );
  if (!options.isQuiet) io.print(`${path} knows ${count(next.known.length, 'finding')} now.`);
  return 0;
}
