import type { Convention } from '../convention.ts';
import type { Workspace } from '../generator.ts';
import type { Instruction } from '../instruction.ts';
import type { PlannedFile } from '../stages.ts';
import { settle, type Target } from '../target.ts';
import { kebab } from '../words.ts';

const template = 'primitives/instruction.md.hbs';
const freeTemplate = 'primitives/free-instruction.md.hbs';

/** The instruction file of a convention, for each target that has a place for one. */
export function instructionFiles(
  convention: Convention,
  targets: readonly Target[],
  workspace: Workspace,
  persona?: string,
): readonly PlannedFile[] {
  const { id, title, rule, applies, prose, good, bad, stack } = convention;
  const language = stack === 'typescript' ? 'typescript' : 'python';
  const { lint } = workspace.facts(stack === 'any' ? undefined : language);
  const checks = heldBy(convention, lint);
  const body = workspace.render.text(template, { title, rule, prose, good, bad, checks });
  const about = {
    template: workspace.render.version(template),
    ...(persona === undefined ? {} : { persona }),
    ...(convention.source === undefined ? {} : { quotes: 'body' as const }),
  };
  return targets.flatMap((target) =>
    settle({ kind: 'instruction', slug: id, summary: rule, globs: applies, body }, target, about),
  );
}

/** Who sees that code keeps a convention: one sentence each, and never none. */
function heldBy({ check, ruff }: Convention, lint: string): readonly string[] {
  const verify = '`npx create-persona verify`';
  const held = [
    ...(typeof check === 'string' ? [`${verify} holds it with its check \`${check}\`.`] : []),
    ...(typeof check === 'object' && 'gate' in check
      ? [`${verify} holds it with its gate \`${check.gate}\`.`]
      : []),
    ...(ruff.length === 0
      ? []
      : [`\`${lint}\` holds it with ${ruff.map((rule) => `\`${rule}\``).join(', ')}.`]),
  ];
  return held.length === 0 ? ['In review: no program sees it.'] : held;
}

/** An instruction of the team's, word for word. */
export const ownInstructionFiles = (
  { id, summary, applies, body }: Instruction,
  targets: readonly Target[],
): readonly PlannedFile[] =>
  targets.flatMap(
    (target) =>
      settle({ kind: 'instruction', slug: id, summary, globs: applies, body }, target, {
        quotes: 'body',
      }) ?? [],
  );

/** An instruction that is nobody's convention: a title, some globs, and rules in the words that were given. */
export function freeInstructionFiles(
  {
    title,
    summary,
    globs,
    rules,
  }: { title: string; summary: string; globs: readonly string[]; rules: readonly string[] },
  targets: readonly Target[],
  workspace: Workspace,
): readonly PlannedFile[] {
  const { test, lint } = workspace.facts();
  const body = workspace.render.text(freeTemplate, { title, summary, rules, checks: [lint, test] });
  const about = { template: workspace.render.version(freeTemplate) };
  return targets.flatMap((target) =>
    settle({ kind: 'instruction', slug: kebab(title), summary, globs, body }, target, about),
  );
}
