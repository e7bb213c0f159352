import {
  nameQuestions,
  partPlan,
  quietQuestions,
  storeQuestion,
} from '../src/compose/fastapi/part.ts';
import { defineGenerator } from '../src/generator.ts';
import { loadPython } from '../src/python/parser.ts';

export default defineGenerator({
  name: 'repository',
  describes: 'A repository: Protocol, in memory, on Redis or Neo4j, with its tests and no router',
  examples: [
    'create-persona repository quest --store redis,neo4j',
    'create-persona repository player-action --path "/players/{player_id}/actions" --fields action:str',
  ],
  questions: [...nameQuestions, storeQuestion, ...quietQuestions],
  prepare: loadPython,
  plan: (answers, workspace) => partPlan('repository', answers, workspace),
});
