import { parseDocument } from '../front-matter.ts';
import type { Workspace } from '../generator.ts';
import { placeOf } from '../place.ts';
import type { Change, Plan, PlannedFile, Removal } from '../stages.ts';
import type { Target } from '../target.ts';
import { mendReferences, relinked } from './references.ts';
import { skillName, skillOf } from './prompt.ts';
import { withCurrentTools } from './tools.ts';

/** One file, as it stands and as it will. */
interface Step {
  readonly was: string;
  readonly is: string;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Change[];
}

/**
 * Bring the agent files of a project to the forms of today: chat modes become agents, prompts become
 * skills, and old names of tools current ones. A file that is moved says in its new place all that it
 * said in the old one; where that cannot be, it stays where it is, and the report says why.
 *
 * @param wanted - files and folders; none is all that GitHub Copilot once read
 * @param skills - the folder that skills go to
 */
export function migrate(
  wanted: readonly string[],
  skills: string,
  workspace: Workspace,
): Pick<Plan, 'files' | 'removes' | 'changes'> {
  const { project, targets } = workspace;
  const changes: Change[] = [];
  const steps: Step[] = [];
  for (const path of project.paths().filter((each) => isWanted(each, wanted))) {
    if (!/\.md$/.test(path)) continue;
    const before = utf8(path, workspace);
    if (before === undefined || parseDocument(before).broken !== undefined) {
      if (placeOf(path, targets) !== undefined || /\.(chatmode|prompt)\.md$/.test(path))
        changes.push(
          stays(
            path,
            'its text is not UTF-8, or its front matter cannot be read: `create-persona check` says why',
          ),
        );
      continue;
    }
    const step = stepOf(path, before, skills, targets);
    if (step === 'nameless') changes.push(stays(path, 'a skill has a name of letters and digits'));
    else if (step !== undefined) steps.push(step);
  }

  const going = steps
    .filter(({ was, is }) => was !== is)
    .filter((step) => isFree(step, steps, workspace, changes));
  const moved = new Map(going.map(({ was, is }) => [was, is]));
  const renamed = steps.filter(({ was, is }) => was === is);
  const files = [...going, ...renamed].map(({ was, is, before, after }): PlannedFile => {
    const linked = relinked(after, was, is, moved, project);
    return {
      path: is,
      text: crlfLike(before, linked),
      quotes: 'whole',
      ...(was === is && { keeps: before }),
    };
  });
  const removes: Removal[] = going.map(({ was, before }) => ({ path: was, keeps: before }));
  const mended = mendReferences(project, moved, new Set(steps.map(({ was }) => was)));
  return {
    files: [...files, ...mended.files],
    removes,
    changes: [
      ...changes,
      ...[...going, ...renamed].flatMap((step) => step.changes),
      ...mended.changes,
    ],
  };
}

/** Where nobody says which, only the places of Copilot: elsewhere such files are somebody's own idea. */
const isWanted = (path: string, wanted: readonly string[]) =>
  wanted.length === 0
    ? /^(?:.*\/)?\.(?:github\/(?:chatmodes|prompts|agents)|claude\/agents)\//.test(path)
    : wanted.some((each) => path === each || path.startsWith(`${each.replace(/\/+$/, '')}/`));

function stepOf(
  path: string,
  before: string,
  skills: string,
  targets: readonly Target[],
): Step | 'nameless' | undefined {
  const text = before.replaceAll('\r\n', '\n');
  const stem = /([^/]+?)\.chatmode\.md$/.exec(path)?.[1];
  const copilot = targets.find(({ id }) => id === 'copilot');
  const above = /^(.*\/)?\.[\w-]+\/(?:chatmodes|prompts)\//.exec(path)?.[1] ?? '';
  if (stem !== undefined && copilot !== undefined) {
    const { text: after, changes } = withCurrentTools(path, text, copilot);
    return { was: path, is: `${above}.github/agents/${stem}.agent.md`, before, after, changes };
  }
  if (/\.prompt\.md$/.test(path)) {
    if (skillName(path) === '') return 'nameless';
    const { text: after, changes } = skillOf(path, text);
    const is = `${above}${skills}/${skillName(path)}/SKILL.md`;
    return { was: path, is, before, after, changes };
  }
  const place = placeOf(path, targets);
  if (place?.kind !== 'agent' || place.target === undefined) return undefined;
  const { text: after, changes } = withCurrentTools(path, text, place.target);
  if (after === text) return undefined;
  const renamed = changes.filter(({ how }) => how === 'renamed');
  return { was: path, is: path, before, after, changes: renamed };
}

/** Whether the new place is empty, or says the same already; else the file stays. */
function isFree(
  step: Step,
  steps: readonly Step[],
  { project }: Workspace,
  changes: Change[],
): boolean {
  const there = project.read(step.is);
  const isSame = there?.replaceAll('\r\n', '\n') === step.after;
  const isTwin = steps.some((each) => each !== step && each.is === step.is);
  if ((there === undefined || isSame) && !isTwin) return true;
  changes.push(
    stays(
      step.was,
      isTwin
        ? `another file would become ${step.is} too`
        : `${step.is} is there already, with another text`,
    ),
  );
  return false;
}

const stays = (path: string, because: string): Change => ({
  how: 'lost',
  path,
  line: 1,
  what: 'the file',
  because: `${because}; it stays where it is`,
});

/** The text as it lies on the disk, or nothing where it is no text. */
function utf8(path: string, { given }: Workspace): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(given(path)[0]!.bytes);
  } catch {
    return undefined;
  }
}

const crlfLike = (before: string, text: string) =>
  before.includes('\r\n') && !/[^\r]\n/.test(before) ? text.replaceAll(/\r?\n/g, '\r\n') : text;
