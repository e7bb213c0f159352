import type { Workspace } from '../../generator.ts';
import { text } from '../../questions.ts';
import type { Answers, Plan, PlannedFile } from '../../stages.ts';
import { snake } from '../../words.ts';
import { packagesOf, personaOf, refuseDenied, serviceNames } from './layout.ts';
import { isPackageName, packageName } from './names.ts';
import { finished } from './finished.ts';
import { type Kept, keptBy } from './kept.ts';

const folder = 'stacks/fastapi/app';

/** The name that the project suggests for its package, or the nearest to it that can be one. */
export function suggestedPackage(workspace: Workspace): string {
  const name = packagesOf(workspace)[0] ?? snake(workspace.facts('python').name);
  return [name, `${name}_service`].find(isPackageName) ?? 'service';
}

/**
 * A service without a resource yet. What stands in the project already is left as it is: the new
 * files use it.
 *
 * @throws NameRefused, PathDenied, PersonaNotFound
 */
export function appPlan(answers: Answers, workspace: Workspace): Plan {
  const persona = personaOf(answers, workspace);
  const name = packageName(text(answers['package']));
  const kept = keptBy(persona, workspace.project);
  const view = {
    ...serviceNames(name),
    ...kept,
    gates: persona.gates ?? { development: 60, staging: 70, production: 80 },
  };
  const rendered = workspace.render
    .folder(folder, view, (path) => isWanted(path, kept))
    .flatMap((file) => finished(file, kept) ?? []);
  const isLeft = ({ path, text: ours }: PlannedFile) => {
    const there = workspace.project.read(path)?.replaceAll('\r\n', '\n');
    return there !== undefined && there !== ours;
  };
  const left = rendered.filter(isLeft);
  const files = rendered.filter((file) => !isLeft(file));
  refuseDenied(files, persona);
  return {
    generator: 'app',
    files,
    next: [
      ...(left.length === 0
        ? []
        : [`Already there, and left as it is: ${left.map(({ path }) => path).join(', ')}.`]),
      'Install what it needs: `uv sync`.',
      'Give it its first resource: `create-persona endpoint player-action`.',
    ],
  };
}

/** The files of what the persona keeps. */
function isWanted(path: string, { keepsLimits, keepsLogFields, keepsRealStores }: Kept): boolean {
  if (/\/(test_)?rate_limit\.py$/.test(path)) return keepsLimits;
  if (/\/core\/(test_)?logging\.py$/.test(path)) return keepsLogFields;
  return keepsRealStores || !path.startsWith('tests/integration/');
}
