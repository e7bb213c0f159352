import { endpointPlan } from '../src/compose/fastapi/endpoint.ts';
import { endpointSource } from '../src/compose/from/endpoint-source.ts';
import { refuseSummary } from '../src/compose/from/summary.ts';
import { personaQuestion } from '../src/compose/fastapi/layout.ts';
import { stores } from '../src/compose/fastapi/stores.ts';
import { defineGenerator } from '../src/generator.ts';
import { loadPython } from '../src/python/parser.ts';

export default defineGenerator({
  name: 'endpoint',
  describes: 'A FastAPI endpoint with its models, repositories and tests, registered in api.py',
  examples: [
    'create-persona endpoint player-action --path "/players/{player_id}/actions" --fields "action:str(1..64); parameters:dict={}"',
    'create-persona endpoint quest --store redis,neo4j --methods GET,POST --owner none',
    'create-persona endpoint --from openapi.yaml --operation "POST /players/{player_id}/actions"',
    'create-persona endpoint --from specs/player-actions.spec.md --store neo4j',
  ],

  questions: [
    { name: 'name', kind: 'text', asks: 'What does it serve, in the singular?' },
    {
      name: 'path',
      kind: 'text',
      asks: 'Where, such as /players/{player_id}/actions (empty: by its name)?',
      default: '',
    },
    {
      name: 'fields',
      kind: 'texts',
      asks: 'Which fields, as name:type or name:type=default (empty: those that it has, or name:str)?',
      default: [],
    },
    {
      name: 'store',
      kind: 'many',
      asks: 'Where is it kept?',
      of: () => stores.map((value) => ({ value, title: value })),
      default: ['redis'],
    },
    {
      name: 'methods',
      kind: 'texts',
      asks: 'Which methods?',
      default: ['GET,POST,PUT,PATCH,DELETE'],
    },
    {
      name: 'owner',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'Who may reach it: a parameter of the path, user (whoever made it) or none',
    },
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
      asks: 'An event for each new one, published after the response',
    },
    {
      name: 'no-rate-limit',
      kind: 'yes-no',
      quiet: true,
      default: false,
      asks: 'Writes without a limit',
    },
    {
      name: 'plural',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'How several of it are called',
    },
    {
      name: 'from',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'An OpenAPI document, or a specification of an API, that answers what is not said here',
    },
    {
      name: 'operation',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'An operation of the OpenAPI document, by its operationId or as "POST /quests"',
    },
    {
      name: 'summary',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'What it is for, in a sentence',
      refuse: refuseSummary,
    },
    { name: 'package', kind: 'text', quiet: true, default: '', asks: 'The package under src/' },
    personaQuestion,
  ],

  source: { asks: ['from', 'operation'], read: endpointSource },
  prepare: loadPython,
  plan: endpointPlan,
});
