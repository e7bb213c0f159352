import type { Answers } from '../../src/stages.ts';

/** Every type that a field may have, with and without a default. */
export const everyType = [
  'label:str(2..64)',
  'body:text(0..500)=',
  'amount:int(0..100)=1',
  'score:float=0.5',
  'price:decimal(0..)',
  'is_open:bool=true',
  'day:date',
  'seen_at:datetime',
  'origin:uuid',
  'details:dict={}',
  'tags:list[str]=[]',
  'level:low|medium|high=low',
];

/**
 * What people may ask for, as the answers to `endpoint`: stores × methods × owner × fields × events,
 * and names that are long, the same in the plural, words of Python, or words of the templates.
 */
export const combinations: Readonly<Record<string, Answers>> = {
  player_actions: {
    name: 'player-action',
    path: '/players/{player_id}/actions',
    store: ['redis', 'neo4j'],
    fields: ['action_type:str(1..64)', 'parameters:dict={}'],
    websocket: true,
  },
  quests: {
    name: 'quest',
    store: ['neo4j'],
    owner: 'none',
    summary: `What a player may set out to do, "in time" or not; a quest that nobody has taken stays open, and one that is done is kept.`,
  },
  narrative_branch_choice_options: {
    name: 'NarrativeBranchChoiceOption',
    path: '/narrative-branches/{narrative_branch_collection_id}/options',
    store: ['redis', 'neo4j'],
    websocket: true,
    fields: ['narrative_branch_choice_option:str', 'narrative_branch_choice_opened:bool=false'],
  },
  samples: { name: 'sample', store: ['redis', 'neo4j'], fields: everyType },
  series: { name: 'series', methods: ['GET'], store: ['redis'], owner: 'none' },
  classes: { name: 'class', methods: ['POST'], 'no-rate-limit': true },
  id_cards: { name: 'id card', path: '/users/{user_id}/id-cards', 'background-task': true },
  fields: { name: 'field', methods: ['list', 'create'], store: ['neo4j'], websocket: true },
  users: { name: 'user', methods: ['GET', 'PATCH'], owner: 'none', 'no-rate-limit': true },
  items: {
    name: 'item',
    path: '/worlds/{world_id}/players/{player_id}/items',
    store: ['redis', 'neo4j'],
    fields: ['name:str', 'count:int', 'numbers:list[int]=[]'],
  },
  notes: {
    name: 'note',
    path: '/worlds/{world_id}/notes',
    owner: 'user',
    store: ['neo4j'],
    methods: ['POST', 'GET', 'DELETE'],
    fields: ['text_body:text'],
  },
  events: { name: 'event', methods: ['read', 'DELETE'], owner: 'none', fields: ['kind:a|b'] },
  uuids: { name: 'uuid', methods: ['PUT', 'list'], store: ['redis', 'neo4j'] },
  lists: { name: 'list', websocket: true, owner: 'none', fields: ['status:str=new'] },
  http_logs: {
    name: 'HTTPLog',
    path: '/audits/{audit_id}/logs',
    owner: 'none',
    store: ['redis', 'neo4j'],
    'background-task': true,
  },
  results: { name: 'result', store: ['neo4j'], methods: ['GET'], owner: 'none' },
  secrets: {
    name: 'secret',
    store: ['redis', 'neo4j'],
    fields: ['password:str', 'api_key:text', 'secret_level:low|high=low', 'db_pass:decimal=1.25'],
    websocket: true,
  },
};
