import type { Verdict } from './call.ts';
import type { Denial, Rules } from './rules.ts';

export const refused = (says: string): Verdict & { allows: false } => ({ allows: false, says });

/** The rule is quoted, so that who reads it can look it up. */
export function denied(path: string, by: string, { glob, where }: Denial, rules: Rules): Verdict {
  const clean = JSON.stringify(path).slice(1, -1);
  if (where === undefined)
    return refused(
      `\`${by}\` would change ${clean}, which is part of what holds \`${rules.persona}\` to its rules (\`${glob}\`). Only a person changes that.`,
    );
  const takers = rules.handoffs.map((each) => `\`${each}\``).join(', ');
  const instead = takers === '' ? '' : ` Leave it, or hand it off: ${takers}.`;
  return refused(`\`${by}\` would change ${clean}, and ${where} denies \`${glob}\`.${instead}`);
}

/** @param because - as it follows "because" */
export const unknowable = (because: string, rules: Rules): Verdict =>
  refused(
    `What this changes cannot be known, because ${because}; and ${rules.path} denies ${rules.deny.map(({ glob }) => `\`${glob}\``).join(', ')}. Write it so that each file is named.`,
  );
