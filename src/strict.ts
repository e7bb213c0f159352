import { placeOf } from './place.ts';
import type { CheckedPlan, Finding, Loss } from './stages.ts';
import type { Target } from './target.ts';

/** The plan with an error for each restriction that a target would not hold: then nothing is written. */
export function strictly(plan: CheckedPlan, targets: readonly Target[]): CheckedPlan {
  const lost = (plan.losses ?? []).filter(({ restricts }) => restricts);
  return {
    ...plan,
    findings: [...plan.findings, ...lost.map((loss) => asError(loss, plan, targets))],
  };
}

function asError(loss: Loss, { files }: CheckedPlan, targets: readonly Target[]): Finding {
  const own = files.find(
    ({ path, persona }) =>
      persona !== undefined && placeOf(path, targets)?.target?.id === loss.target,
  );
  return {
    check: 'strict',
    path: own?.path ?? files[0]?.path ?? '',
    line: 1,
    column: 1,
    level: 'error',
    says: `${loss.target} does not hold a restriction of the persona (${loss.what}: ${loss.name}): ${loss.because}.`,
    mend: 'Leave this target out, or go without `--strict` and hold it another way.',
  };
}
