import { check } from './check.ts';
import { checks } from './checks/index.ts';
import { commit, rehearse } from './commit.ts';
import type { Generator, Workspace } from './generator.ts';
import { isOurs, withManifest } from './manifest.ts';
import { bodyOf } from './front-matter.ts';
import { placeOf } from './place.ts';
import { sift } from './sift.ts';
import type { Answers, CheckedPlan, Outcome, PlannedFile } from './stages.ts';
import { suppressionsAreUsed } from './suppression.ts';
import { fitsSurely, loadTokenizer } from './tokens.ts';

interface Manner {
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

/** One request from answers to disk. Both entries, the command line and plop, come through here. */
export async function build(
  generator: Generator,
  answers: Answers,
  workspace: Workspace,
  root: string,
  manner: Manner = {},
): Promise<Outcome> {
  return finish(await prepare(generator, answers, workspace), workspace, root, manner);
}

/** The first half: what would be written, read by every check. */
export async function prepare(
  generator: Generator,
  answers: Answers,
  workspace: Workspace,
): Promise<CheckedPlan> {
  await generator.prepare?.();
  const planned = generator.plan(answers, workspace);
  const plan = generator.keepsNoManifest
    ? planned
    : withManifest(planned, answers, workspace.project);
  if (plan.files.some((file) => isTight(file, workspace))) await loadTokenizer();
  const known = checks.map(({ name }) => name);
  const ran = [...checks, suppressionsAreUsed];
  return check(plan, checks, {
    ...workspace,
    weigh: (file, findings) => sift(file, findings, workspace.config, ran, known),
  });
}

/** The second half: the disk. */
export async function finish(
  plan: CheckedPlan,
  workspace: Workspace,
  root: string,
  { dryRun = false, force = false, signal }: Manner = {},
): Promise<Outcome> {
  const failed = plan.findings.some((finding) => finding.level === 'error');
  if (failed) return { plan };
  const mayReplace = (path: string, text: string) => isOurs(workspace.manifest, path, text);
  if (dryRun) return { plan, would: rehearse(plan, root, { force, mayReplace }) };
  return {
    plan,
    receipt: await commit(plan, root, { force, mayReplace, ...(signal && { signal }) }),
  };
}

/** Whether only the tokenizer can tell that an agent file keeps its budget; all other texts have none. */
function isTight({ path, text, persona }: PlannedFile, { targets, personas }: Workspace): boolean {
  if (persona === undefined || placeOf(path, targets)?.kind !== 'agent') return false;
  const budget = personas.get(persona)?.budget;
  return budget === undefined || !fitsSurely(bodyOf(text), budget);
}
