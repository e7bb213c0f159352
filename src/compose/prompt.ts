import type { Workspace } from '../generator.ts';
import type { Persona } from '../persona.ts';
import { chosenPersona, text, texts } from '../questions.ts';
import type { Answers, PlannedFile } from '../stages.ts';
import { settle, type Target } from '../target.ts';
import { kebab, uncapital } from '../words.ts';
import { agentPath, conventionsOf, instructionPath, languageOf } from './agent.ts';

const template = 'primitives/prompt.md.hbs';

/** A workflow that one persona carries out, for each target that has a place for prompts. */
export function promptFiles(
  answers: Answers,
  targets: readonly Target[],
  workspace: Workspace,
): readonly PlannedFile[] {
  const title = text(answers['name']);
  const persona = chosenPersona(text(answers['persona']), workspace);
  const facts = workspace.facts(languageOf(persona));
  const purpose = text(answers['purpose']);
  const steps = texts(answers['steps']);
  const inputs = texts(answers['inputs']);
  const outputs = texts(answers['outputs']);
  const when = text(answers['when']) || `You want to ${uncapital(title)}.`;

  return targets.flatMap((target) => {
    const isHere = workspace.project.has(agentPath(persona, target));
    const body = workspace.render.text(template, {
      title,
      purpose,
      persona: isHere ? `${persona.title} (\`${agentPath(persona, target)}\`)` : persona.title,
      when,
      description: `${persona.title} works through the steps in order, and goes on only when a step is done. What belongs to somebody else is handed off, not done.`,
      inputs:
        inputs.length === 0
          ? ['What is asked for, in a sentence', 'The component that it is about']
          : inputs,
      steps: steps.map((each, index) => ({ number: index + 1, text: each })),
      criteria: criteria(persona, facts),
      outputs:
        outputs.length === 0
          ? [
              'The change, with its tests',
              'A summary: what was done, what was left, what is doubtful',
            ]
          : outputs,
      primitives: primitives(persona, target, workspace),
      resources: texts(answers['references']),
    });
    const about = { persona: persona.id, template: workspace.render.version(template) };
    const slug = kebab(title);
    if (answers['skill'] === true) {
      const summary = `${purpose.replace(/\.?$/, '.')} Use when ${uncapital(when).replace(/\.?$/, '.')}`;
      return settle({ kind: 'skill', slug, summary, body }, target, about);
    }
    const speaker = isHere ? persona : undefined;
    return settle(
      { kind: 'prompt', slug, summary: purpose, persona: speaker, body },
      target,
      about,
    );
  });
}

const criteria = (
  { gates, can }: Persona,
  { test, lint, types }: { test: string; lint: string; types: string },
) => [
  ...(can.includes('test') ? [`Tests pass: \`${test}\``] : []),
  ...(can.includes('execute')
    ? [`Lint is clean: \`${lint}\``, `Types are clean: \`${types}\``]
    : []),
  ...(gates === undefined
    ? []
    : [
        `Coverage: ≥${gates.development}% in development, ≥${gates.staging}% in staging, ≥${gates.production}% in production`,
      ]),
  'Nothing was changed that was not asked for',
];

function primitives(persona: Persona, target: Target, workspace: Workspace): readonly string[] {
  const instructions = conventionsOf(persona, workspace)
    .flatMap(({ id }) => instructionPath(id, target) ?? [])
    .filter((path) => workspace.project.has(path));
  return [
    `**Hand-offs:** ${persona.handoffs.map(({ to, how }) => `${how === 'consult' ? 'consult' : 'delegate to'} \`${to}\``).join(', ') || 'none'}`,
    `**Instructions:** ${instructions.map((path) => `\`${path}\``).join(', ') || 'those of the repository'}`,
    '**Memory:** write down what was learned, with `create-persona memory`',
  ];
}
