import { resolve } from 'node:path';
import { answersGiven, answersInFull, answersRead, flagsOf } from './answers.ts';
import { parseArguments } from './arguments.ts';
import { finish, prepare } from './build.ts';
import { commonFlags, type ExitCode, type Io } from './command.ts';
import { recover } from './desk/recover.ts';
import type { Generator, Workspace } from './generator.ts';
import { interrupted } from './problems.ts';
import { changeTable, fileTree, findingText, lossSections, report } from './report.ts';
import type { Answers, CheckedPlan, Outcome } from './stages.ts';
import { strictly } from './strict.ts';
import { openWorkspace } from './workspace.ts';

/** Run one generator for one command line: ask what is open, show what would be, write it, tell. */
export async function makeWith(
  generator: Generator,
  argv: readonly string[],
  io: Io,
): Promise<ExitCode> {
  const { words, flags } = parseArguments(
    argv,
    [...flagsOf(generator), ...commonFlags],
    generator.name,
  );
  const root = resolve(io.cwd, typeof flags['dir'] === 'string' ? flags['dir'] : '.');
  // What changes others' files waits for a yes, from a person or on the command line.
  const waits = generator.showsFirst === true && flags['yes'] !== true;
  const canAsk = io.isTerminal && flags['json'] !== true && flags['quiet'] !== true;
  const isDry = flags['dry-run'] === true || flags['diff'] === true || (waits && !canAsk);
  if (!isDry) {
    const told = await recover(root);
    if (told !== undefined) io.complain(told);
  }
  const workspace = await openWorkspace(root, { cwd: io.cwd });
  const own = answersGiven(generator, words, flags, workspace);
  const { answers: given, changes } = await answersRead(generator, own, workspace);
  const isAsking = canAsk && flags['yes'] !== true;
  const answers = isAsking
    ? await asked(generator, given, workspace)
    : answersInFull(generator, given, workspace);

  const prepared = await prepare(generator, answers, workspace, changes);
  const plan = flags['strict'] === true ? strictly(prepared, workspace.targets) : prepared;
  const isShown = flags['diff'] === true || (waits && (isDry || isAsking));
  if (isShown && flags['json'] !== true) {
    const code = await showDiff(plan, workspace, io);
    if (
      waits &&
      flags['diff'] !== true &&
      flags['dry-run'] !== true &&
      isDry &&
      hasWork(plan, workspace)
    )
      io.complain('Nothing was written. Run it again with `--yes` to do this.');
    if (isDry || code === 1) return code;
  }
  if (isAsking && !isDry && !(await isAgreed(plan, workspace, io, isShown))) throw interrupted();
  const force = flags['force'] === true || flags['diff'] === true;
  const outcome = await finish(plan, workspace, root, {
    dryRun: isDry,
    force,
    ...(io.signal && { signal: io.signal }),
  });

  if (flags['json'] === true) {
    const diff = isShown && (await import('./text/diff.ts')).diffOf(plan, workspace.project);
    io.print(JSON.stringify({ ...asJson(outcome), ...(diff !== false && { diff }) }, undefined, 2));
  } else {
    const quiet = flags['quiet'] === true;
    const tokens = flags['sizes'] === true && !quiet ? await sizes(plan) : undefined;
    const text = report(outcome, { hasColor: io.hasColor, quiet, ...(tokens && { tokens }) });
    if (text !== '') io.print(text);
  }
  return plan.findings.some(({ level }) => level === 'error') ? 1 : 0;
}

async function asked(generator: Generator, given: Answers, workspace: Workspace): Promise<Answers> {
  const isOpen = generator.questions.some(({ name, quiet }) => !quiet && given[name] === undefined);
  if (!isOpen) return answersInFull(generator, given, workspace);
  const { ask } = await import('./ask.ts');
  return answersInFull(generator, await ask(generator.questions, given, workspace), workspace);
}

const hasWork = ({ files, removes = [] }: CheckedPlan, { project }: Workspace) =>
  removes.length > 0 ||
  files.some(
    ({ path, text }) =>
      project.read(path)?.replaceAll('\r\n', '\n') !== text.replaceAll('\r\n', '\n'),
  );

/** Show the tree with its sizes and what is lost, and ask once. Nothing to write needs no asking. */
async function isAgreed(
  plan: CheckedPlan,
  { project }: Workspace,
  io: Io,
  isShown: boolean,
): Promise<boolean> {
  const fresh = plan.files.filter(
    ({ path, text }) => project.read(path)?.replaceAll('\r\n', '\n') !== text,
  );
  const many = fresh.length + (plan.removes?.length ?? 0);
  if (many === 0 || plan.findings.some(({ level }) => level === 'error')) return true;
  const { confirm } = await import('./ask.ts');
  if (isShown) return confirm('Do this?');
  io.print(
    await preview(
      plan,
      fresh.map(({ path }) => path),
    ),
  );
  return confirm(`Write ${fresh.length === 1 ? 'this file' : `these ${fresh.length} files`}?`);
}

/** What a person sees before they agree: the tree with its sizes, and what no tool holds. */
async function preview(plan: CheckedPlan, paths: readonly string[]): Promise<string> {
  return [
    fileTree(paths, await sizes(plan)),
    ...lossSections(plan.losses ?? []),
    ...(plan.changes && plan.changes.length > 0 ? [changeTable(plan.changes)] : []),
  ].join('\n\n');
}

/** How many tokens each text for agents costs, counted by the tokenizer. */
async function sizes({ files }: CheckedPlan): Promise<ReadonlyMap<string, number>> {
  const { countTokens, loadTokenizer } = await import('./cost/tokens.ts');
  await loadTokenizer();
  const texts = files.filter(({ path }) => path.endsWith('.md'));
  return new Map(texts.map(({ path, text }) => [path, countTokens(text)!]));
}

async function showDiff(plan: CheckedPlan, { project }: Workspace, io: Io): Promise<ExitCode> {
  const { diffOf } = await import('./text/diff.ts');
  for (const finding of plan.findings)
    if (finding.level !== 'info') io.complain(findingText(finding));
  const diff = diffOf(plan, project);
  io.print(diff === '' ? 'Nothing would change.' : diff.trimEnd());
  if (plan.changes && plan.changes.length > 0) io.print(`\n${changeTable(plan.changes)}`);
  return plan.findings.some(({ level }) => level === 'error') ? 1 : 0;
}

const asJson = ({ plan, receipt, would }: Outcome) => ({
  generator: plan.generator,
  wrote: receipt !== undefined,
  written: receipt?.written ?? [],
  replaced: receipt?.replaced ?? [],
  unchanged: receipt?.unchanged ?? [],
  removed: receipt?.removed ?? [],
  ...(would && { would }),
  planned: plan.files.map(({ path }) => path),
  findings: plan.findings,
  losses: plan.losses ?? [],
  ...(plan.changes && { changes: plan.changes }),
  next: plan.next ?? [],
});
