import type { TextFile } from './check.ts';
import { checks } from './checks/index.ts';
import { conventionsKept } from './compose/agent.ts';
import { commit, rehearse } from './commit.ts';
import type { Generator, Workspace } from './generator.ts';
import { forgetting, isOurs, withManifest } from './manifest.ts';
import { putTogether } from './parts.ts';
import { check } from './review/plan-check.ts';
import { shippedMemory } from './review/shipped-memory.ts';
import { sift } from './review/sift.ts';
import type { Answers, Change, CheckedPlan, Finding, Outcome } from './stages.ts';
import { suppressionsAreUsed } from './suppress.ts';
import type { Tree } from './tree.ts';

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
  manner: Manner & { readonly changes?: readonly Change[] } = {},
): Promise<Outcome> {
  const plan = await prepare(generator, answers, workspace, manner.changes);
  return finish(plan, workspace, root, manner);
}

/**
 * The first half: what would be written, read by every check.
 *
 * @param before - what became of a file that answered the questions
 */
export async function prepare(
  generator: Generator,
  answers: Answers,
  workspace: Workspace,
  before: readonly Change[] = [],
): Promise<CheckedPlan> {
  await generator.prepare?.();
  const drawn = generator.plan(answers, workspace);
  const planned = {
    ...drawn,
    files: putTogether(drawn.files, workspace.project),
    ...(before.length > 0 && { changes: [...before, ...(drawn.changes ?? [])] }),
  };
  const plan = generator.keepsNoManifest
    ? forgetting(planned, workspace.project)
    : withManifest(planned, planned.answers ?? answers, workspace.project);
  const known = checks.map(({ name }) => name);
  const ran = [...checks, suppressionsAreUsed];
  const quoted = new Map(plan.files.map(({ path, quotes }) => [path, quotes]));
  const scene = {
    ...workspace,
    weigh: (file: TextFile, findings: readonly Finding[]) => {
      const left = sift(file, findings, workspace.config, ran, known);
      const quotes = quoted.get(file.path);
      const from = quotes === 'body' ? file.document.bodyLine : 1;
      return quotes === undefined ? left : left.map((each) => asTold(each, from));
    },
    ...(plan.files.some(({ path }) => path.endsWith('.py')) && {
      // What reads code is loaded for a plan that has some.
      code: async (tree: Tree) => {
        const [{ reviewPlan }, { secretsOfPlan }, { personaOf }] = await Promise.all([
          import('./plan-code.ts'),
          import('./plan-secrets.ts'),
          import('./compose/fastapi/layout.ts'),
        ]);
        const conventions = conventionsKept(personaOf(answers, workspace), workspace);
        const ofCode = await reviewPlan(plan, conventions, workspace, tree);
        return [...ofCode, ...(await secretsOfPlan(plan, workspace))];
      },
    }),
  };
  return check(plan, checks, scene, shippedMemory(plan.files, namesOf(workspace), workspace.today));
}

/**
 * In a text that is somebody's own and taken as it stood, an error is theirs to mend: it is told,
 * and `create-persona check` says it again. A secret alone is never copied.
 *
 * @param from - the first line of that text: what stands above it is ours
 */
const asTold = (finding: Finding, from: number): Finding => {
  const isTheirs = finding.line >= from || weighsText.includes(finding.check);
  return finding.level === 'error' && finding.check !== 'no-secret-inside' && isTheirs
    ? { ...finding, level: 'warning' }
    : finding;
};

/** They point at the front matter, and it is the text that they find fault with. */
const weighsText: readonly string[] = ['budget-is-kept'];

/** The second half: the disk. */
export async function finish(
  plan: CheckedPlan,
  workspace: Workspace,
  root: string,
  { dryRun = false, force = false, signal }: Manner = {},
): Promise<Outcome> {
  const failed = plan.findings.some((finding) => finding.level === 'error');
  if (failed) return { plan };
  const { manifest } = workspace;
  const mayReplace = (path: string, text: string) =>
    isOurs(manifest, path, text) &&
    (plan.replaces !== 'own' || manifest.files[path]?.generator === plan.generator);
  if (dryRun) return { plan, would: rehearse(plan, root, { force, mayReplace }) };
  return {
    plan,
    receipt: await commit(plan, root, { force, mayReplace, ...(signal && { signal }) }),
  };
}

/** The name of the project, as each language finds it. */
const namesOf = ({ facts }: Workspace) => [
  ...new Set([facts('python').name, facts('typescript').name]),
];
