import type { Question, Workspace } from '../../generator.ts';
import { globMatcher } from '../../globs.ts';
import type { Persona } from '../../persona.ts';
import { nameRefused, pathDenied, projectUnfit } from '../../problems.ts';
import { chosenPersona, text } from '../../questions.ts';
import type { Answers, PlannedFile } from '../../stages.ts';
import { pascal } from '../../words.ts';
import { packageName } from './names.ts';

/** The packages of a project in the `src` layout, such as `tta_backend`. */
export const packagesOf = ({ project }: Workspace): readonly string[] => [
  ...new Set(
    project.under('src').flatMap((path) => /^src\/([^/]+)\/__init__\.py$/.exec(path)?.[1] ?? []),
  ),
];

/**
 * The package that a new component belongs to.
 *
 * @throws ProjectUnfit - there is none, or it is not clear which
 */
export function standingPackage(given: string, workspace: Workspace): string {
  const found = packagesOf(workspace);
  if (given !== '') {
    const name = packageName(given);
    if (found.includes(name)) return name;
    throw projectUnfit(
      `There is no package src/${name}.`,
      'Make one with `create-persona app`, or name another with `--package`.',
    );
  }
  if (found.length === 1) return found[0]!;
  if (found.length === 0)
    throw projectUnfit(
      'There is no package under src/ that could take an endpoint.',
      'Make one with `create-persona app`. A project without `src/` is not supported yet.',
    );
  throw projectUnfit(
    `There are several packages under src/: ${found.join(', ')}.`,
    'Name one of them with `--package`.',
  );
}

/** Whose rules hold: those of the project's own persona of this stack, else of the one that ships. */
export const personaQuestion: Question = {
  name: 'persona',
  kind: 'one',
  quiet: true,
  asks: 'Whose conventions, gates and denied paths hold',
  of: ({ personas }) => [...personas.values()].map(({ id, title }) => ({ value: id, title })),
  default: inCharge,
};

function inCharge({ personas, project }: Workspace): string {
  const own = [...personas.values()].find(
    ({ id, stack }) => stack === 'fastapi' && project.has(`.persona/personas/${id}.md`),
  );
  return own?.id ?? 'backend-dev';
}

/**
 * The persona in charge of the code: the one that was asked for, else the project's own.
 *
 * @throws PersonaNotFound
 */
export const personaOf = ({ persona }: Answers, workspace: Workspace): Persona =>
  chosenPersona(text(persona ?? '') || inCharge(workspace), workspace);

/** @throws PathDenied - a file would land where the persona may not write */
export function refuseDenied(files: readonly PlannedFile[], { id, paths }: Persona): void {
  for (const glob of paths.deny) {
    const denied = files.find(({ path }) => globMatcher([glob])(path));
    if (denied !== undefined) throw pathDenied(denied.path, id, glob);
  }
}

/** How a service is called in its own files. */
export function serviceNames(name: string): Readonly<Record<string, string>> {
  if (pascal(name) === '') throw nameRefused('package', name, 'it has at least two letters');
  const spaced = name.replaceAll('_', ' ');
  return {
    package: name,
    project: name.replaceAll('_', '-'),
    title: spaced[0]!.toUpperCase() + spaced.slice(1),
    env: name.toUpperCase(),
  };
}
