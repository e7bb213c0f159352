import { nameQuestions, partPlan, quietQuestions } from '../src/compose/fastapi/part.ts';
import { defineGenerator } from '../src/generator.ts';
import { loadPython } from '../src/python/parser.ts';

export default defineGenerator({
  name: 'model',
  describes: 'A model with its request and response schemas, and their tests',
  examples: [
    'create-persona model quest --fields "title:str(1..80); reward:int(0..)=0"',
    'create-persona model player-action --path "/players/{player_id}/actions"',
  ],
  questions: [...nameQuestions, ...quietQuestions],
  prepare: loadPython,
  plan: (answers, workspace) => partPlan('model', answers, workspace),
});
