import { appPlan, suggestedPackage } from '../src/compose/fastapi/app.ts';
import { personaQuestion } from '../src/compose/fastapi/layout.ts';
import { defineGenerator } from '../src/generator.ts';

export default defineGenerator({
  name: 'app',
  describes: 'A FastAPI service that passes its own gates, ready for its first endpoint',
  examples: ['create-persona app', 'create-persona app tta-backend'],

  questions: [
    {
      name: 'package',
      kind: 'text',
      asks: 'What is its Python package called?',
      default: suggestedPackage,
    },
    personaQuestion,
  ],

  plan: appPlan,
});
