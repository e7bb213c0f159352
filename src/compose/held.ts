import { type Setting, withSettings } from '../enforcement.ts';
import type { Question, Workspace } from '../generator.ts';
import type { Persona } from '../persona.ts';
import type { Answers, Loss, PlannedFile } from '../stages.ts';
import type { Target } from '../target.ts';

/** Asked by their flags only: a hook runs a program before each call of an agent's tools. */
export const guardQuestions: readonly Question[] = [
  {
    name: 'guard',
    kind: 'yes-no',
    quiet: true,
    default: false,
    asks: 'Shall a hook hold this agent to its denied paths and servers, where the tool has one?',
  },
  {
    name: 'guard-all',
    kind: 'yes-no',
    quiet: true,
    default: false,
    asks: 'Shall it also hold every agent of a tool that cannot tell them apart?',
  },
];

export interface Held {
  readonly files: readonly PlannedFile[];
  /** The losses, those of a restriction that the guard enforces as held by it. */
  readonly told: (losses: readonly Loss[]) => readonly Loss[];
  /** What is to be said about it. */
  readonly next: readonly string[];
}

/**
 * The settings that make tools hold a persona, merged into what stands in the repository.
 *
 * @throws SettingsBroken
 */
export function heldBy(
  persona: Persona,
  targets: readonly Target[],
  answers: Answers,
  { project }: Workspace,
): Held {
  const forAll = answers['guard-all'] === true;
  if (answers['guard'] !== true && !forAll)
    return { files: [], told: (losses) => losses, next: [] };
  const chosen = targets.map((target) => {
    const own = target.enforcement?.own?.(persona) ?? [];
    const everyone = forAll ? (target.enforcement?.everyone(persona) ?? []) : [];
    return { target, own, everyone, settings: [...own, ...everyone] };
  });
  const holding = chosen.filter(
    ({ target, settings }) => settings.length > 0 && target.enforcement?.holdsPaths === true,
  );
  const titles = (all: typeof chosen) => all.map(({ target }) => target.title).join(', ');
  const alone = holding.filter(({ own }) => own.length > 0);
  const together = chosen.filter(({ everyone }) => everyone.length > 0);
  const missed = chosen.filter(
    ({ target, settings }) => settings.length === 0 && target.enforcement?.holdsPaths,
  );
  return {
    files: written(
      chosen.flatMap(({ settings }) => settings),
      persona,
      (path) => project.read(path),
    ),
    // The guard judges every call of a tool: denied paths, servers and capabilities alike.
    told: (losses) =>
      losses.map((loss) => {
        const { restricts, ...held } = loss;
        return restricts && holding.some(({ target }) => target.id === loss.target)
          ? { ...held, heldBy: 'a hook' }
          : loss;
      }),
    next: [
      ...(alone.length === 0 ? [] : [`A hook holds \`${persona.id}\` in ${titles(alone)}.`]),
      ...(together.length === 0
        ? []
        : [
            `Settings hold every agent of this repository to \`${persona.id}\` in ${titles(together)}.`,
          ]),
      ...(missed.length === 0
        ? []
        : [
            `${titles(missed)} cannot hold one agent alone: \`--guard-all\` holds all of them to it.`,
          ]),
      ...(holding.length === 0
        ? []
        : [
            'The hook needs `npm install --save-dev create-persona`; without it every call is denied.',
          ]),
    ],
  };
}

function written(
  settings: readonly Setting[],
  persona: Persona,
  read: (path: string) => string | undefined,
): readonly PlannedFile[] {
  const paths = [...new Set(settings.map(({ path }) => path))];
  return paths.map((path) => {
    const there = read(path) ?? '';
    const text = withSettings(
      path,
      there,
      settings.filter((each) => each.path === path),
    );
    return { path, text, keeps: there, persona: persona.id };
  });
}
