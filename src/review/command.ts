import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { changedFiles, isRevision } from './changed.ts';
import { knownIn, updateBaseline } from './known.ts';
import { chooseOptions, type Options } from './options.ts';
import { showBills, showDiff, showGraph, showTools } from './shows.ts';
import { findingsOf, mendedFiles, reviewed, type Session, writeFiles } from './checking.ts';
import type { ExitCode, Io, Request } from '../command.ts';
import type { Scene } from '../check.ts';
import type { Workspace } from '../generator.ts';
import { keptTree } from '../kept-tree.ts';
import { folderMissing } from '../problems.ts';
import { recover } from '../desk/recover.ts';
import { tallyOf } from '../reporter.ts';
import type { PlannedFile } from '../stages.ts';
import { subjectsOf } from './subjects.ts';
import { onDay } from '../vocabulary.ts';
import { version } from '../version.ts';
import { count } from '../words.ts';
import { openWorkspace } from '../workspace.ts';

/** The command `check`: once, or again whenever something changes. */
export async function runCheck(request: Request, io: Io): Promise<ExitCode> {
  const { dir } = request.flags;
  const root = resolve(io.cwd, typeof dir === 'string' ? dir : '.');
  if (!existsSync(root) || !statSync(root).isDirectory()) throw folderMissing(root);
  const options = chooseOptions(request);
  if (options.persona !== undefined) {
    const { checkFence } = await import('./fence-check.ts');
    return checkFence(root, options.persona, options.changed || undefined, options, io);
  }
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
  let session = await open(root, options, io);
  if (options.words.length === 0)
    for (const folder of session.project.closed())
      io.complain(`${folder}/ cannot be read: nothing in it was checked.`);
  if (options.graph !== undefined) return showGraph(session, options.graph, io);
  if (options.bill !== undefined) return showBills(session, options.bill, io);
  if (options.tools !== undefined) return showTools(session, options.tools, io);
  let mended: readonly PlannedFile[] = [];
  if (options.fixes) {
    mended = await mendedFiles(session);
    if (options.isDry) return showDiff(mended, session, io);
    if (mended.length > 0) {
      await writeFiles(mended, session);
      session = await open(root, options, io);
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

async function open(root: string, options: Options, { signal }: Io): Promise<Session> {
  const { words, changedSince } = await wordsOf(root, options);
  const workspace = asOf(await openWorkspace(root), options.asOf);
  const { targets, config } = workspace;
  const project = keptTree(root);
  const all = subjectsOf(root, words, project, targets, config);
  const changed = changedSince && (await changedFiles(root, changedSince.base));
  const subjects = changed ? all.filter(({ path }) => changed.has(path)) : all;
  const checks = options.checks.filter(({ name }) => config.levels[name] !== 'off');
  const { threads } = options;
  return {
    root,
    workspace,
    project,
    subjects,
    checks,
    ...(threads !== undefined && { threads }),
    ...(signal && { signal }),
  };
}

/** A workspace of another day. */
const asOf = (workspace: Workspace, day: string | undefined): Workspace & Pick<Scene, 'asOf'> =>
  day === undefined
    ? workspace
    : {
        ...workspace,
        today: day,
        asOf: day,
        targets: onDay(workspace.targets, day),
      };

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
