import { type Check, type Context, contextOf, type Scene, textFile } from '../check.ts';
import { type Persona, readPersona } from '../persona.ts';
import { isReadable, placeOf } from '../place.ts';
import { type Memory, noMemory, review } from './review.ts';
import type { CheckedPlan, Plan } from '../stages.ts';
import { overlay } from '../tree.ts';

/**
 * Let every check read the plan, over the project as it will be, and the conventions its code. Nothing
 * else makes a `CheckedPlan`.
 *
 * @param memoryOf - what is known already of texts that are, to the letter, those that ship
 */
export async function check(
  plan: Plan,
  checks: readonly Check[],
  scene: Scene,
  memoryOf: (context: Context) => Memory = () => noMemory,
): Promise<CheckedPlan> {
  const tree = overlay(
    scene.project,
    plan.files,
    plan.removes?.map(({ path }) => path),
  );
  const texts = new Map(plan.files.map(({ path, text }) => [path, text]));
  const textOf = (path: string) => texts.get(path)!;
  const subjects = [...texts.keys()].flatMap((path) => {
    const place = placeOf(path, scene.targets);
    return place === undefined || !isReadable(path, place) ? [] : [{ path, place }];
  });
  const context = contextOf(tree, { ...scene, personas: personasThen(plan, scene) });
  const found = await review(subjects, checks, context, textOf, {
    memory: memoryOf(context),
  });
  const weigh = scene.weigh ?? ((_, findings) => findings);
  const findings = subjects.flatMap(({ path, place }) =>
    weigh(textFile(path, textOf(path), place), found.get(path)!),
  );
  const code = (await scene.code?.(tree)) ?? [];
  return { ...plan, findings: [...findings, ...code] } as unknown as CheckedPlan;
}

/** Whoever comes with the plan is there once it is written, and others may hand work to them. */
function personasThen({ files }: Plan, { personas }: Scene): ReadonlyMap<string, Persona> {
  const coming = files
    .filter(({ path }) => /^\.persona\/personas\/[^/]+\.md$/.test(path))
    .map(({ path, text }) => readPersona(path, text));
  return coming.length === 0
    ? personas
    : new Map([...personas, ...coming.map((each) => [each.id, each] as const)]);
}
