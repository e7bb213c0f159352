import { agentFile } from '../src/compose/agent.ts';
import { defineGenerator } from '../src/generator.ts';
import { chosenPersona, chosenTargets, targetQuestion, text } from '../src/questions.ts';

export default defineGenerator({
  name: 'chatmode',
  describes: 'A chat mode or custom agent that speaks as one persona',
  examples: [
    'create-persona chatmode backend-dev',
    'create-persona chatmode architect --targets copilot',
  ],

  questions: [
    {
      name: 'persona',
      kind: 'one',
      asks: 'Who should it be?',
      of: ({ personas }) => [...personas.values()].map(({ id, title }) => ({ value: id, title })),
    },
    targetQuestion,
  ],

  plan(answers, workspace) {
    const persona = chosenPersona(text(answers['persona']), workspace);
    const agents = chosenTargets(answers, workspace).map((target) =>
      agentFile(persona, target, workspace, workspace.project.has),
    );
    return {
      generator: 'chatmode',
      files: agents.flatMap(({ files }) => files),
      losses: agents.flatMap(({ losses }) => losses),
      next: ['Check all agent files, here and in CI: `create-persona check`.'],
    };
  },
});
