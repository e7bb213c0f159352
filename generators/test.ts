import { personaQuestion } from '../src/compose/fastapi/layout.ts';
import { testPlan } from '../src/compose/pytest/plan.ts';
import { defineGenerator } from '../src/generator.ts';
import { loadPython } from '../src/python/parser.ts';

export default defineGenerator({
  name: 'test',
  describes: 'Skeletons of tests for the functions of a module, in Arrange, Act, Assert',
  examples: [
    'create-persona test src/app/players/service.py',
    'create-persona test app.players.service:promote --kind parametrized',
  ],

  questions: [
    {
      name: 'module',
      kind: 'text',
      asks: 'Of which module, or which function of it (src/app/players/service.py:promote)?',
    },
    {
      name: 'kind',
      kind: 'one',
      quiet: true,
      default: 'unit',
      asks: 'What kind of tests',
      of: () => ['unit', 'integration', 'parametrized'].map((value) => ({ value, title: value })),
    },
    personaQuestion,
  ],

  prepare: loadPython,
  plan: testPlan,
});
