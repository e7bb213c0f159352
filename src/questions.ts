import type { Question, Workspace } from './generator.ts';
import { personaNotFound, targetNotFound } from './problems.ts';
import type { Persona } from './persona.ts';
import type { Answer, Answers } from './stages.ts';
import type { Target } from './target.ts';

/** Questions that several generators ask, and how their answers are understood. */

/** The targets whose folders are in the repository; where there is none yet, the usual ones. */
const found = ({ project, targets }: Workspace): readonly string[] => {
  const inUse = targets.filter(({ marks }) => marks.some((mark) => project.has(mark)));
  const usual = targets.filter(({ isUsual }) => isUsual);
  return [inUse, usual, targets].find((each) => each.length > 0)!.map(({ id }) => id);
};

export const targetQuestion: Question = {
  name: 'targets',
  kind: 'many',
  asks: 'Which tools will read it?',
  of: ({ targets }) => targets.map(({ id, title }) => ({ value: id, title })),
  default: found,
};

/** @throws TargetNotFound */
export function chosenTargets(
  { targets: chosen }: Answers,
  workspace: Workspace,
): readonly Target[] {
  const ids = texts(chosen).length === 0 ? found(workspace) : texts(chosen);
  for (const id of ids) {
    if (!workspace.targets.some((target) => target.id === id))
      throw targetNotFound(
        id,
        workspace.targets.map((target) => target.id),
      );
  }
  return workspace.targets.filter(({ id }) => ids.includes(id));
}

/** @throws PersonaNotFound */
export function chosenPersona(id: string, { personas }: Workspace): Persona {
  const persona = personas.get(id);
  if (persona === undefined) throw personaNotFound(id, [...personas.keys()]);
  return persona;
}

/** An answer of several texts, however it was given. */
export const texts = (answer: Answer | undefined): readonly string[] =>
  (Array.isArray(answer) ? answer : typeof answer === 'string' ? answer.split(';') : [])
    .map((each: string) => each.trim())
    .filter((each: string) => each !== '');

export const text = (answer: Answer | undefined): string =>
  typeof answer === 'string' ? answer.trim() : '';
