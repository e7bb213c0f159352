import {
  nameQuestions,
  partPlan,
  quietQuestions,
  storeQuestion,
} from '../src/compose/fastapi/part.ts';
import { defineGenerator } from '../src/generator.ts';
import { loadPython } from '../src/python/parser.ts';

export default defineGenerator({
  name: 'service',
  describes: 'A service: rules that take several calls to a repository, with its tests',
  examples: ['create-persona service quest'],
  questions: [...nameQuestions, storeQuestion, ...quietQuestions],
  prepare: loadPython,
  plan: (answers, workspace) => partPlan('service', answers, workspace),
});
