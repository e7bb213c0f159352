import { describe, expect, test } from 'vitest';
import { readFields } from '../../src/compose/fastapi/fields.ts';
import { readMethods } from '../../src/compose/fastapi/methods.ts';
import { packageName, resourceNames } from '../../src/compose/fastapi/names.ts';
import { apiPath } from '../../src/compose/fastapi/path.ts';
import { scopeOf } from '../../src/compose/fastapi/scope.ts';

/** What cannot be asked for is refused before anything is planned, with the rule and what to do. */

const refusal = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    const { name, message, mend } = error as Error & { mend: string };
    expect(message).toContain('Nothing was written.');
    return `${name}: ${mend}`;
  }
  return 'accepted';
};

describe('a name is understood', () => {
  test.each([
    'player-action',
    'PlayerAction',
    'player_action',
    'playerAction',
    'player action',
    'PLAYER_ACTION',
    'PlayerActions',
    ' player-actions ',
  ])('however it is written: %s', (given) => {
    expect(resourceNames(given)).toEqual({
      one: 'player_action',
      many: 'player_actions',
      model: 'PlayerAction',
      segment: 'player-actions',
      item: 'action',
    });
  });

  test.each([
    ['HTTPLog', 'http_log', 'http_logs', 'HttpLog'],
    ['series', 'series', 'series', 'Series'],
    ['news', 'news', 'news', 'News'],
    ['sheep', 'sheep', 'sheep', 'Sheep'],
    ['equipment', 'equipment', 'equipment', 'Equipment'],
    ['data', 'data', 'data', 'Data'],
    ['metadata', 'metadata', 'metadata', 'Metadata'],
    ['media', 'media', 'media', 'Media'],
    ['status', 'status', 'statuses', 'Status'],
    ['pmta', 'pmta', 'pmtas', 'Pmta'],
    ['person', 'person', 'people', 'Person'],
    ['class', 'class', 'classes', 'Class'],
    ['import', 'import', 'imports', 'Import'],
    ['async', 'async', 'asyncs', 'Async'],
    ['match', 'match', 'matches', 'Match'],
    ['type', 'type', 'types', 'Type'],
    ['list', 'list', 'lists', 'List'],
    ['json', 'json', 'jsons', 'Json'],
    ['logging', 'logging', 'loggings', 'Logging'],
    ['user', 'user', 'users', 'User'],
    ['field', 'field', 'fields', 'Field'],
    ['id', 'id', 'ids', 'Id'],
    ['event', 'event', 'events', 'Event'],
    ['model', 'model', 'models', 'Model'],
    ['repository', 'repository', 'repositories', 'Repository'],
    ['router', 'router', 'routers', 'Router'],
    ['player', 'player', 'players', 'Player'],
    ['uuid', 'uuid', 'uuids', 'Uuid'],
  ])('%s is %s, several are %s', (given, one, many, model) => {
    expect(resourceNames(given)).toMatchObject({ one, many, model });
  });

  test('and the plural is as one says', () => {
    expect(resourceNames('goods', 'wares')).toMatchObject({ one: 'goods', many: 'wares' });
  });

  test.each([
    ['class', 'item'],
    ['user', 'item'],
    ['quest', 'quest'],
    ['id card', 'card'],
  ])('%s is held by the variable %s', (given, item) => {
    expect(resourceNames(given).item).toBe(item);
  });
});

describe('a name is refused', () => {
  const anew = 'NameRefused: Choose another name.';
  test.each<[string, string]>([
    ['x', anew],
    ['s', anew],
    ['', anew],
    ['  ', anew],
    ['-', anew],
    ['2fa', 'NameRefused: Take another name, such as `two_fa`.'],
    ['123', 'NameRefused: Take another name, such as `one_23`.'],
    ['_x', 'NameRefused: Take another name, such as `x`.'],
    ['player__action', 'NameRefused: Take another name, such as `player_action`.'],
    ['player.', 'NameRefused: Take another name, such as `player`.'],
    ['Äpfel', 'NameRefused: Take another name, such as `Apfel`.'],
    ['Äpfel'.normalize('NFD'), 'NameRefused: Take another name, such as `Apfel`.'],
    ['игрок', anew],
    ['🐍', anew],
    ['pl\u0430yer', 'NameRefused: Take another name, such as `plyer`.'],
    ['a\u200Db', 'NameRefused: Take another name, such as `ab`.'],
    [
      'narrative_branch_choice_option_value',
      'NameRefused: Take another name, such as `branch_choice_option_value`.',
    ],
    ['x'.repeat(31), `NameRefused: Take another name, such as \`${'x'.repeat(30)}\`.`],
    ['None', 'NameRefused: Take another name, such as `none_item`.'],
    ['true', 'NameRefused: Take another name, such as `true_item`.'],
    ['settings', 'NameRefused: Take another name, such as `settings_item`.'],
    ['test', 'NameRefused: Take another name, such as `exam`.'],
    ['tests', 'NameRefused: Take another name, such as `exam`.'],
    ['test case', 'NameRefused: Take another name, such as `exam`.'],
    ['core', 'NameRefused: Take another name, such as `core_item`.'],
    ['api', 'NameRefused: Take another name, such as `api_item`.'],
    ['main', 'NameRefused: Take another name, such as `main_item`.'],
    ['health', 'NameRefused: Take another name, such as `health_item`.'],
    ['con', 'NameRefused: Take another name, such as `con_item`.'],
    ['nul', 'NameRefused: Take another name, such as `nul_item`.'],
  ])('%s', (given, expected) => {
    expect(refusal(() => resourceNames(given))).toEqual(expected);
  });

  test.each(
    'page path query request response depends redis any body header cookie form file security protocol annotated'.split(
      ' ',
    ),
  )('that hides an import: %s', (given) => {
    expect(refusal(() => resourceNames(given))).toMatch(/^NameRefused: Take another name, such as/);
  });

  test.each(['json', 'logging', 'class', 'tests', 'fastapi', '2fa'])(
    'for a package: %s',
    (given) => {
      expect(refusal(() => packageName(given))).toMatch(/^NameRefused/);
    },
  );
});

const names = resourceNames('player-action');

describe('a path', () => {
  test.each([
    ['', '/player-actions', []],
    ['/players/{player_id}/actions', '/players/{player_id}/actions', ['player_id']],
    ['players/{player_id}/actions/', '/players/{player_id}/actions', ['player_id']],
    ['/api/v1/players', '/players', []],
    ['/players/{player_id:str}/actions', '/players/{player_id}/actions', ['player_id']],
  ])('%s is %s', (given, path, parameters) => {
    expect(apiPath(given, names)).toEqual({ path, parameters });
  });

  const anyPath = /^PathRefused/;
  test.each([
    ['//', anyPath],
    ['/players//actions', anyPath],
    ['/../players', anyPath],
    ['/a b', anyPath],
    ['/a?b', anyPath],
    ['/a#b', anyPath],
    ['/a%2Fb', anyPath],
    ['/spieler/größe', anyPath],
    ['/players/{player-id}/actions', /`\{player_id\}`/],
    ['/players/{playerId}/actions', /`\{player_id\}`/],
    ['/players/{from}/actions', /`\{from_id\}`/],
    ['/players/{2}/actions', anyPath],
    ['/players/{}/actions', /`\{id\}`/],
    ['/players/{player_id/actions', anyPath],
    ['/a/{id}/b/{id}/c', anyPath],
    ['/players/{p:path}/actions', /`\{p\}`/],
    ['/players/{n:int}/actions', /`\{n\}`/],
    ['/players/{n:colour}/actions', /`\{n\}`/],
    ['/players/:id/actions', /`\{id\}`/],
    ['/players/<id>/actions', /`\{id\}`/],
    ['/players/{player_id}', /`\/players`/],
    ['/docs/x', anyPath],
    ['/redoc', anyPath],
    ['/openapi.json', anyPath],
    ['/health', anyPath],
    ['/auth/x', anyPath],
    ['/{anything}/x', anyPath],
  ])('%s is refused', (given, expected) => {
    expect(refusal(() => apiPath(given, names))).toMatch(expected);
  });
});

describe('an owner', () => {
  const path = { path: '', parameters: ['world_id', 'player_id'] };
  test.each([
    ['', path, 'path', 'player_id'],
    ['world_id', path, 'path', 'world_id'],
    ['none', path, 'scope', ''],
    ['user', path, 'user', ''],
    ['', { path: '', parameters: [] }, 'user', ''],
  ])('%s', (given, at, guard, owner) => {
    expect(scopeOf(given, at)).toMatchObject({ guard, owner });
  });

  test('that the path does not name is refused', () => {
    expect(refusal(() => scopeOf('guild_id', path))).toMatch(/^AnswerRefused/);
  });
});

describe('methods', () => {
  test.each([
    [
      ['get', 'GET', 'Get'],
      ['list', 'read'],
    ],
    [['get,POST'], ['create', 'list', 'read']],
    [
      ['delete', 'create'],
      ['create', 'delete'],
    ],
    [['PUT, patch'], ['replace', 'update']],
  ])('%s', (given, expected) => {
    expect(readMethods(given)).toEqual(expected);
  });

  test.each([[['fetch']], [['trace']], [['head']], [[]], [['']]])('%s is refused', (given) => {
    expect(refusal(() => readMethods(given))).toMatch(/^AnswerRefused/);
  });
});

describe('a field', () => {
  test.each([
    ['name', 'str', ''],
    ['name:str=first', 'str', '"first"'],
    ['amount : int = 1', 'int', '1'],
    ['ratio:float=1', 'float', '1.0'],
    ['is_open:bool=true', 'bool', 'True'],
    ['price:decimal=1.50', 'Decimal', 'Decimal("1.50")'],
    ['tags:list=[]', 'list[str]', '[]'],
    ['details:json={}', 'dict[str, JsonValue]', '{}'],
    ['level:low|high=low', 'Literal["low", "high"]', '"low"'],
    ['note:str=say "hi"', 'str', `'say "hi"'`],
    ['note:str=it\'s \\ "so"', 'str', '"it\'s \\\\ \\"so\\""'],
  ])('%s', (given, python, literal) => {
    expect(readFields([given], [])).toMatchObject([{ python, default: literal }]);
  });

  test('several may stand in one text', () => {
    expect(readFields(['action:str, amount:int=1'], []).map(({ name }) => name)).toEqual([
      'action',
      'amount',
    ]);
  });

  test.each([
    [['name', 'name:int']],
    [['id:uuid']],
    [['created_at:datetime']],
    [['model_name:str']],
    [['schema:dict']],
    [['copy:bool']],
    [['json:dict']],
    [['class:str']],
    [['from:str']],
    [['type:str']],
    [['date:date']],
    [['player_id:str']],
    [['größe:int']],
    [['Name:str']],
    [['2nd:str']],
    [['_x:str']],
    [['a__b:str']],
    [[':str']],
    [[`${'x'.repeat(31)}:str`]],
    [['name:string32']],
    [['name:constructor']],
    [['name:int(9..1)']],
    [['name:bool(1..2)']],
    [['amount:int=many']],
    [['amount:int(0..5)=9']],
    [['day:date=2026-01-02']],
    [['tags:list=[1]']],
    [['details:dict={"a": 1}']],
    [['level:low|high=middle']],
    [['name:str=']],
    [['password:str=hunter2']],
    [['digest:str=0123456789abcdef0123456789abcdef']],
  ])('%s is refused', (given) => {
    expect(refusal(() => readFields(given, ['player_id']))).toMatch(/^FieldRefused/);
  });
});
