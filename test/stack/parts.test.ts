import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/stages.ts';
import { type Files, planFor, service, written } from './ask.ts';

const demo = await service();
const quest: Answers = {
  name: 'quest',
  path: '/players/{player_id}/quests',
  fields: ['title:str(2..40)', 'reward:int(0..)=0'],
};
const stored: Answers = { ...quest, store: ['redis', 'neo4j'] };

const make = async (
  name: Parameters<typeof planFor>[0],
  said: Answers,
  project: Files,
): Promise<Files> => written(project, await planFor(name, said, project));

const wrote = async (name: Parameters<typeof planFor>[0], said: Answers, project: Files) =>
  (await planFor(name, said, project)).files
    .filter(({ path, text }) => project[path] !== text && !path.startsWith('.persona/'))
    .map(({ path }) => path.replace(/^(src\/demo|tests)\//, ''));

const without = (project: Files, ...paths: readonly string[]): Files =>
  Object.fromEntries(Object.entries(project).filter(([path]) => !paths.includes(path)));

const models = 'src/demo/quests/models.py';

describe('a part has its own files and those that it stands on:', () => {
  test('a model has schemas and no store', async () => {
    expect(await wrote('model', quest, demo)).toEqual([
      'quests/__init__.py',
      'quests/models.py',
      'quests/schemas.py',
      'support/quests.py',
      'unit/quests/__init__.py',
      'unit/quests/test_models.py',
      'unit/quests/test_schemas.py',
    ]);
  });

  test('a repository has a model and no schemas, no router and no line in api.py', async () => {
    expect(await wrote('repository', quest, demo)).toEqual([
      'quests/__init__.py',
      'quests/dependencies.py',
      'quests/models.py',
      'quests/redis_repository.py',
      'quests/repository.py',
      'integration/quests/__init__.py',
      'integration/quests/test_repositories.py',
      'support/quests.py',
      'support/quests_repository.py',
      'unit/quests/__init__.py',
      'unit/quests/test_dependencies.py',
      'unit/quests/test_models.py',
      'unit/quests/test_redis_repository.py',
      'unit/quests/test_repository_contract.py',
    ]);
  });

  test('a service has both', async () => {
    const own = ['exceptions.py', 'service.py', 'service_dependencies.py'];
    const paths = await wrote('service', quest, demo);
    expect(paths).toEqual(expect.arrayContaining(own.map((path) => `quests/${path}`)));
    expect(paths).toEqual(expect.arrayContaining(await wrote('repository', quest, demo)));
    expect(paths).toHaveLength(14 + 3 + 1);
  });
});

describe('one after the other', () => {
  const order = ['model', 'repository', 'service', 'endpoint'] as const;

  test('each writes what is missing, and all of it is what each would write alone', async () => {
    let project = demo;
    for (const name of order) {
      const before = project;
      project = await make(name, name === 'model' ? quest : stored, project);
      for (const path of Object.keys(before))
        if (!/api\.py$|manifest/.test(path)) expect(project[path]).toBe(before[path]);
    }
    const alone = await make('endpoint', stored, demo);
    expect(Object.keys(project)).toEqual(expect.arrayContaining(Object.keys(alone)));
    for (const path of Object.keys(alone))
      if (!path.startsWith('.persona/')) expect([path, project[path]]).toEqual([path, alone[path]]);
  });

  test('and once more, in whatever order, they write nothing', async () => {
    let project = demo;
    for (const name of order) project = await make(name, stored, project);
    for (const name of [...order, ...[...order].reverse()]) {
      expect(await wrote(name, stored, project)).toEqual([]);
      expect(await make(name, stored, project)).toEqual(project);
    }
  });

  test.each(['repository', 'service', 'endpoint'] as const)(
    '%s takes path, owner and fields from the model that is there',
    async (name) => {
      const project = await make('model', quest, demo);
      const said = await make(name, { ...quest, name: 'quest' }, project);
      const unsaid = await make(name, { name: 'quest' }, project);
      const ours = (files: Files) => without(files, '.persona/manifest.json');
      expect(ours(unsaid)).toEqual(ours(said));
    },
  );

  test('an endpoint keeps to the store of the repository that is there', async () => {
    const project = await make('repository', { ...quest, store: ['neo4j'] }, demo);
    const paths = await wrote('endpoint', { name: 'quest' }, project);
    expect(paths).toContain('quests/router.py');
    expect(paths.filter((path) => path.includes('redis'))).toEqual([]);
  });
});

describe('what a person wrote is used and stays', () => {
  const edited = async () => {
    const project = await make('model', quest, demo);
    const text = project[models]!.replace(
      '    reward: int\n',
      '    reward: int\n    is_open: bool\n',
    )
      .replace('        reward: int,\n', '        reward: int,\n        is_open: bool,\n')
      .replace('reward=reward,', 'reward=reward,\n            is_open=is_open,');
    return { ...project, [models]: text };
  };

  test.each(['repository', 'service', 'endpoint'] as const)(
    '%s reads the fields from it',
    async (name) => {
      const project = await edited();
      const after = await make(name, { name: 'quest', store: ['neo4j'] }, project);
      expect(after[models]).toBe(project[models]);
      expect(after['src/demo/quests/neo4j_repository.py']).toContain('is_open=node["is_open"]');
      expect(await wrote(name, { name: 'quest', store: ['neo4j'] }, after)).toEqual([]);
    },
  );

  test('also where no manifest tells of it', async () => {
    const project = without(await edited(), '.persona/manifest.json', 'tests/support/quests.py');
    const after = await make('repository', { name: 'quest' }, project);
    expect(after['tests/support/quests.py']).toContain('"is_open": True');
    expect(after['src/demo/quests/repository.py']).toContain('async def get(self, quest_id: UUID)');
  });

  test('with CRLF, too', async () => {
    const project = await make('model', quest, demo);
    const crlf = { ...project, [models]: project[models]!.replaceAll('\n', '\r\n') };
    const after = await make('repository', { name: 'quest' }, crlf);
    expect(after[models]).toBe(crlf[models]);
  });
});

describe('a part refuses', () => {
  const other = { ...demo, [models]: 'class Quest:\n    """Somebody else\'s."""\n' };
  const strange = {
    ...demo,
    [models]: 'class Quest:\n    id: UUID\n    weapon: Weapon\n',
  };
  const persona = `---\nid: coder\ntitle: T\nsummary: S\nexpertise: [E]\nfocus: [F]\ncan: [read]\nbudget: 900\nstack: fastapi\npaths: { deny: ["tests/support/**"] }\n---\n\n## Role description\n\nText.\n`;

  test.each<[string, Parameters<typeof planFor>[0], () => Promise<Files>, Answers, string, RegExp]>(
    [
      ['a name', 'model', async () => demo, { name: 'page' }, 'NameRefused', /page_item/],
      ['a field', 'model', async () => demo, { fields: ['id:uuid'] }, 'FieldRefused', /id_value/],
      ['a path', 'repository', async () => demo, { path: '/a b' }, 'PathRefused', /player_id/],
      ['an empty project', 'model', async () => ({}), {}, 'ProjectUnfit', /create-persona app/],
      [
        'a folder of somebody else',
        'service',
        async () => ({ ...demo, 'src/demo/quests/__init__.py': '' }),
        {},
        'NameRefused',
        /quest_item/,
      ],
      [
        'a denied path',
        'model',
        async () => ({ ...demo, '.persona/personas/coder.md': persona }),
        {},
        'PathDenied',
        /paths\.deny/,
      ],
      [
        'a class without an id',
        'repository',
        async () => other,
        {},
        'ProjectUnfit',
        /create-persona model/,
      ],
      [
        'a field of a type that it cannot keep',
        'repository',
        async () => strange,
        {},
        'AnswerRefused',
        /by hand/,
      ],
      [
        'other fields than the model has',
        'endpoint',
        () => make('model', quest, demo),
        { fields: ['title:int'] },
        'AnswerRefused',
        /has no `title: int`.*--fields/,
      ],
      [
        'fewer fields than the model has',
        'repository',
        () => make('model', quest, demo),
        { fields: ['title:str'] },
        'AnswerRefused',
        /has that field too/,
      ],
      [
        'another owner than the model has',
        'service',
        () => make('model', quest, demo),
        { owner: 'user' },
        'AnswerRefused',
        /has no `owner_id: str`/,
      ],
      [
        'another store than the repository has',
        'endpoint',
        () => make('repository', { ...quest, store: ['redis'] }, demo),
        { store: ['neo4j'] },
        'AnswerRefused',
        /--store redis/,
      ],
      [
        'methods that the schemas have nothing for',
        'endpoint',
        async () => ({
          ...(await make('model', quest, demo)),
          'src/demo/quests/schemas.py': 'class QuestRead: ...\n',
        }),
        {},
        'AnswerRefused',
        /no `QuestCreate`/,
      ],
    ],
  )('%s', async (_, name, project, more, problem, mend) => {
    await expect(planFor(name, { name: 'quest', ...more }, await project())).rejects.toMatchObject({
      name: problem,
      message: expect.stringContaining('Nothing was written.'),
      mend: expect.stringMatching(mend),
    });
  });
});
