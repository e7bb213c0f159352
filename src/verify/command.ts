import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExitCode, Io, Request } from '../command.ts';
import { commit } from '../commit.ts';
import { conventionsKept } from '../compose/agent.ts';
import { personaQuestion } from '../compose/fastapi/layout.ts';
import { scopeOf } from './component.ts';
import { usualThresholds } from '../gate.ts';
import type { Workspace } from '../generator.ts';
import { openGround } from './ground.ts';
import { type KeptTree, keptTree } from '../kept-tree.ts';
import { allFindings, type Measurement, measureAll, type Result } from './measuring.ts';
import { measurementText } from './measurement-text.ts';
import type { Persona } from '../persona.ts';
import { check } from '../review/plan-check.ts';
import { folderMissing } from '../problems.ts';
import { chosenPersona } from '../questions.ts';
import { recover } from '../desk/recover.ts';
import type { Review } from '../reporter.ts';
import { reporters } from '../reporters/index.ts';
import { openScratch } from './scratch.ts';
import { chooseOptions, type Options } from './options.ts';
import { version } from '../version.ts';
import { reportPath, workflowReport } from './workflow-report.ts';
import { openWorkspace } from '../workspace.ts';

/** The command `verify`: measure, write the report, tell. */
export async function runVerify(request: Request, io: Io): Promise<ExitCode> {
  const { dir } = request.flags;
  const root = resolve(io.cwd, typeof dir === 'string' ? dir : '.');
  if (!existsSync(root) || !statSync(root).isDirectory()) throw folderMissing(root);
  const options = chooseOptions(request);
  const cleanedUp = await recover(root);
  if (cleanedUp !== undefined) io.complain(cleanedUp);

  const workspace = await openWorkspace(root);
  const project = keptTree(root);
  const measurement = await measure(root, workspace, project, options, io);
  const report = workflowReport(measurement, new Date());
  const written = reportPath(measurement.component);
  await writeReport({ path: written, text: report }, root, workspace, io);

  const text = tell(measurement, report, project, options, io);
  if (text !== '') io.print(text);
  return measurement.passed ? 0 : 1;
}

async function measure(
  root: string,
  workspace: Workspace,
  project: KeptTree,
  options: Options,
  io: Io,
): Promise<Measurement> {
  const persona = personaFor(options, workspace);
  const facts = workspace.facts('python');
  const scope = scopeOf(options.component, project, facts.name);
  const scratch = openScratch();
  try {
    const ground = await openGround({
      root,
      project,
      scope,
      scratch,
      stage: options.stage,
      coverage: (persona.gates ?? usualThresholds)[options.stage],
      conventions: conventionsKept(persona, workspace),
      ignores: workspace.config.ignores,
      source: facts.source,
      signal: io.signal,
    });
    const isWatched = io.isTerminal && !options.isQuiet;
    if (isWatched) io.complain(`Running ${options.gates.map(({ name }) => name).join(', ')} …`);
    return await measureAll(options.gates, ground, {
      persona: persona.id,
      allowsMissing: options.allowsMissing,
      told: (result) => isWatched && io.complain(progress(result)),
    });
  } finally {
    scratch.discard();
  }
}

const progress = ({ gate, verdict, seconds }: Result) =>
  `  ${gate.name}: ${verdict.state} after ${seconds.toFixed(1)} s`;

/** The one that was asked for, or the one whose rules hold for new code. */
function personaFor({ persona }: Options, workspace: Workspace): Persona {
  const { default: usual } = personaQuestion;
  const id = persona ?? (typeof usual === 'function' ? usual(workspace) : usual);
  return chosenPersona(String(id), workspace);
}

/** Whole or not at all, by the one way in which anything is written. The last report gives way to it. */
async function writeReport(
  file: { readonly path: string; readonly text: string },
  root: string,
  workspace: Workspace,
  { signal }: Io,
): Promise<void> {
  const plan = await check({ generator: 'verify', files: [file] }, [], workspace);
  await commit(plan, root, { force: true, ...(signal && { signal }) });
}

function tell(
  measurement: Measurement,
  report: string,
  project: KeptTree,
  { format, isQuiet, gates }: Options,
  { hasColor }: Io,
): string {
  if (format === 'json') return report.trimEnd();
  // A person is told of the whole beside the gate, and of skeletons how many there are.
  const findings =
    format === 'text'
      ? measurement.results.flatMap((each) => each.findings).filter(({ level }) => level !== 'info')
      : measurement.results.flatMap(allFindings);
  const review: Review = {
    files: new Set(findings.map(({ path }) => path)).size,
    findings,
    known: 0,
    gone: [],
    mended: [],
    checks: gates.map(({ name, why }) => ({ name, why, level: 'error' })),
    lineAt: (path, line) => (project.read(path) ?? '').split(/\r?\n/)[line - 1] ?? '',
  };
  const reporter = reporters.find(({ name }) => name === format)!;
  const isText = format === 'text';
  const found = reporter.report(review, { hasColor, quiet: isText || isQuiet, version });
  if (!isText) return found;
  const written = reportPath(measurement.component);
  return measurementText(measurement, { hasColor, quiet: isQuiet, found, written });
}
