import { codeChecks } from './code-checks/index.ts';
import type { Convention } from './convention.ts';

/** What holds a convention, and what code is without it: one sentence each. */
export function heldBy({ check, ruff, skeleton, applies }: Convention): readonly string[] {
  return [
    ...holder(check),
    ...(ruff.length === 0 ? [] : [`ruff: ${ruff.join(', ')}.`]),
    ...(typeof check === 'string'
      ? [`Read: ${applies.map((each) => `\`${each}\``).join(', ')}.`]
      : []),
    ...(skeleton === undefined
      ? []
      : 'drops' in skeleton
        ? [`A persona that drops it: generated code is without ${skeleton.drops}.`]
        : [`A persona that drops it: generated code stays as it is. ${skeleton.stays}`]),
  ];
}

function holder(check: Convention['check']): readonly string[] {
  if (check === undefined) return ['Held by: nobody has said.'];
  if (typeof check !== 'string')
    return 'gate' in check
      ? [`Held by: the gate \`${check.gate}\`. ${check.because}`]
      : [`Held by: nothing of ours. ${check.nothing}`];
  const why = codeChecks.find(({ name }) => name === check)?.why ?? '';
  return [
    `Held by: a check of the code, \`${check}\`, before code is written and in \`create-persona verify\`. ${why}`,
  ];
}
