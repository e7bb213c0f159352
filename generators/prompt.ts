import { promptFiles } from '../src/compose/prompt.ts';
import { defineGenerator } from '../src/generator.ts';
import { homelessOrNone } from '../src/homeless.ts';
import { answerMissing } from '../src/problems.ts';
import { chosenTargets, targetQuestion, text, texts } from '../src/questions.ts';
import { kebab } from '../src/words.ts';

export default defineGenerator({
  name: 'prompt',
  describes: 'A prompt: a workflow that a persona carries out step by step',
  examples: [
    'create-persona prompt "Add an endpoint" --persona backend-dev --purpose "From a specification to a tested endpoint" --steps "Read the specification; Write the models; Write the router; Run the gates"',
  ],

  questions: [
    {
      name: 'name',
      kind: 'text',
      asks: 'What is it called, as a task?',
      refuse: (answer) => kebab(answer) === '' && 'Give it a title of letters or digits.',
    },
    {
      name: 'persona',
      kind: 'one',
      asks: 'Who carries it out?',
      of: ({ personas }) => [...personas.values()].map(({ id, title }) => ({ value: id, title })),
      default: 'backend-dev',
    },
    {
      name: 'purpose',
      kind: 'text',
      asks: 'What is it for, in one sentence?',
      refuse: (answer) => answer.trim() === '' && 'Without a purpose nobody knows when to use it.',
    },
    { name: 'steps', kind: 'texts', asks: 'Which steps?' },
    targetQuestion,
    { name: 'inputs', kind: 'texts', quiet: true, default: [], asks: 'What it needs to begin' },
    {
      name: 'outputs',
      kind: 'texts',
      quiet: true,
      default: [],
      asks: 'What there is when it is done',
    },
    { name: 'when', kind: 'text', quiet: true, default: '', asks: 'When to use it' },
    {
      name: 'skill',
      kind: 'yes-no',
      quiet: true,
      default: false,
      asks: 'As a skill, which an agent finds by itself, and not as a prompt',
    },
    { name: 'references', kind: 'texts', quiet: true, default: [], asks: 'Links' },
  ],

  plan(answers, workspace) {
    if (texts(answers['steps']).length === 0)
      throw answerMissing('prompt', 'steps', 'Which steps?');
    const targets = chosenTargets(answers, workspace);
    const kind = answers['skill'] === true ? 'skill' : 'prompt';
    return {
      generator: 'prompt',
      files: promptFiles(answers, targets, workspace),
      losses: homelessOrNone(kind, text(answers['name']), targets),
    };
  },
});
