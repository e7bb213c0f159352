import { specFile, specKinds } from '../src/compose/spec.ts';
import { stores } from '../src/compose/fastapi/stores.ts';
import { defineGenerator } from '../src/generator.ts';
import { answerRefused } from '../src/problems.ts';
import { chosenTargets, targetQuestion, text, texts } from '../src/questions.ts';
import { kebab } from '../src/words.ts';

const priorities = ['critical', 'high', 'medium', 'low'];

export default defineGenerator({
  name: 'spec',
  describes: 'A specification of a feature, an API or a component, with criteria for each stage',
  examples: [
    'create-persona spec "Player actions" api --summary "Players act on the world" --path "/players/{player_id}/actions" --methods POST,GET --fields "action:str; amount:int=1"',
    'create-persona spec "Search" feature --summary "Users find a page by its words"',
  ],

  questions: [
    {
      name: 'name',
      kind: 'text',
      asks: 'What is it called?',
      refuse: (answer) => kebab(answer) === '' && 'Give it a title of letters or digits.',
    },
    {
      name: 'type',
      kind: 'one',
      asks: 'What is it?',
      of: () => specKinds.map((value) => ({ value, title: value })),
      default: 'feature',
    },
    {
      name: 'summary',
      kind: 'text',
      asks: 'What is it for, in a sentence or two?',
      refuse: (answer) => answer.trim() === '' && 'A specification begins with what it is for.',
    },
    {
      name: 'component',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'The component that it belongs to',
    },
    {
      name: 'priority',
      kind: 'one',
      quiet: true,
      of: () => priorities.map((value) => ({ value, title: value })),
      default: 'medium',
      asks: 'How urgent it is',
    },
    { name: 'category', kind: 'text', quiet: true, default: '', asks: 'Its category' },
    {
      name: 'persona',
      kind: 'one',
      quiet: true,
      of: ({ personas }) => [...personas.values()].map(({ id, title }) => ({ value: id, title })),
      default: 'backend-dev',
      asks: 'Whose conventions and gates it takes',
    },
    {
      name: 'path',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'The path of an API',
      refuse: (answer) =>
        answer !== '' &&
        !/^\/[\w{}/.-]*$/.test(answer) &&
        'A path begins with `/`: `/players/{player_id}/actions`.',
    },
    {
      name: 'methods',
      kind: 'texts',
      quiet: true,
      default: [],
      asks: 'The methods of an API; list and read are the halves of GET',
    },
    {
      name: 'fields',
      kind: 'texts',
      quiet: true,
      default: [],
      asks: 'The fields of an API, as name:type or name:type=default',
    },
    {
      name: 'store',
      kind: 'many',
      quiet: true,
      of: () => stores.map((value) => ({ value, title: value })),
      default: [],
      asks: 'Where an API keeps its things',
    },
    {
      name: 'owner',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'Who may reach them: a parameter of the path, user (whoever made it) or none',
    },
    { name: 'plural', kind: 'text', quiet: true, default: '', asks: 'How several are called' },
    {
      name: 'websocket',
      kind: 'yes-no',
      quiet: true,
      default: false,
      asks: 'A WebSocket that tells of each new one',
    },
    {
      name: 'background-task',
      kind: 'yes-no',
      quiet: true,
      default: false,
      asks: 'An event for each new one',
    },
    {
      name: 'no-rate-limit',
      kind: 'yes-no',
      quiet: true,
      default: false,
      asks: 'Writes without a limit',
    },
    {
      name: 'done-when',
      kind: 'texts',
      quiet: true,
      default: [],
      asks: 'What must be true when it is done',
    },
    { name: 'who', kind: 'text', quiet: true, default: '', asks: 'Who asks for it' },
    { name: 'references', kind: 'texts', quiet: true, default: [], asks: 'Links' },
    { ...targetQuestion, quiet: true },
  ],

  plan(answers, workspace) {
    const wrong = texts(answers['fields']).find((each) => !/^\w+(:.+)?$/.test(each));
    if (wrong !== undefined)
      throw answerRefused(
        'fields',
        wrong,
        'Write a field as `name:type` or `name:type=default`, with `;` between fields.',
      );
    const names = texts(answers['fields']).map((each) => each.split(':')[0]!.trim());
    const twice = names.find((each, nth) => names.indexOf(each) < nth);
    if (twice !== undefined)
      throw answerRefused('fields', twice, 'Name each field once: this one is there twice.');
    if (text(answers['name']).includes('\n'))
      throw answerRefused('name', text(answers['name']), 'A title is one line.');
    return {
      generator: 'spec',
      files: [specFile(answers, chosenTargets(answers, workspace), workspace)],
    };
  },
});
