import { describe, expect, test } from 'vitest';
import { type Files, planFor, service, written } from './ask.ts';

const said = { name: 'quest', store: ['redis'] };
const demo = await service();
const paths = ({ files }: { files: readonly { path: string }[] }) => files.map(({ path }) => path);
const attempt = (project: Files, more: object = {}) =>
  planFor('endpoint', { ...said, ...more }, project);

describe('app', () => {
  test('leaves alone what is there, and says so', async () => {
    const project = { 'pyproject.toml': '[project]\nname = "shop"\n', 'README.md': '# Shop\n' };
    const plan = await planFor('app', {}, project);
    expect(paths(plan)).toContain('src/shop/main.py');
    expect(paths(plan)).not.toContain('README.md');
    expect(plan.next?.[0]).toBe('Already there, and left as it is: README.md, pyproject.toml.');
  });

  test('writes the same twice', async () => {
    expect(written(demo, await planFor('app', {}, demo))).toEqual(demo);
  });
});

describe('endpoint', () => {
  test('writes the same twice, and thrice', async () => {
    const once = written(demo, await attempt(demo));
    const twice = written(once, await attempt(once));
    expect(twice).toEqual(once);
    expect(written(twice, await attempt(twice))).toEqual(once);
  });

  test('twice, with another between, changes nothing', async () => {
    const one = written(demo, await attempt(demo));
    const two = written(one, await attempt(one, { name: 'player' }));
    expect(written(two, await attempt(two))).toEqual(two);
  });

  test('a path with the prefix of api.py is told to stand without it', async () => {
    const { next } = await attempt(demo, { path: '/api/v1/quests' });

    expect(next?.[0]).toBe('Its path is `/quests`: `api.py` puts `/api/v1` before all of them.');
  });

  test('no route with a parameter stands before one of the same method without', async () => {
    const { files } = await attempt(demo, { websocket: true });
    const router = files.find(({ path }) => path.endsWith('quests/router.py'))!.text;

    const routes = [...router.matchAll(/@router\.(\w+)\(\s*"([^"]*)"/g)];

    const isOpen = ([, , path]: readonly string[]) => path!.includes('{');
    const hidden = routes.filter(
      (route, nth) =>
        !isOpen(route) &&
        routes.slice(0, nth).some((other) => other[1] === route[1] && isOpen(other)),
    );
    expect(routes.length).toBeGreaterThan(5);
    expect(hidden).toEqual([]);
  });

  test('registers again what was lost in api.py', async () => {
    const once = written(demo, await attempt(demo));
    const lost = { ...once, 'src/demo/api.py': demo['src/demo/api.py']! };
    expect(written(lost, await attempt(lost))['src/demo/api.py']).toBe(once['src/demo/api.py']);
  });

  test.each([
    [['redis'], ['redis_repository.py']],
    [['neo4j'], ['neo4j_repository.py']],
    [
      ['redis', 'neo4j'],
      ['neo4j_repository.py', 'redis_repository.py'],
    ],
  ])('%s has %s', async (store, expected) => {
    const plan = await attempt(demo, { store });
    const found = paths(plan).filter((path) => /^src.*\w+_repository\.py/.test(path));
    expect(found.map((path) => path.split('/').at(-1))).toEqual(expected);
  });
});

describe('endpoint refuses', () => {
  const { 'src/demo/api.py': _, ...withoutApi } = demo;
  const persona = `---
id: coder
title: T
summary: S
expertise: [E]
focus: [F]
can: [read]
budget: 900
stack: fastapi
paths: { deny: ["src/**/quests/**"] }
---

## Role description

Text.
`;

  test.each<[string, Files, object, string, RegExp]>([
    ['an empty project', {}, {}, 'ProjectUnfit', /create-persona app/],
    ['two packages', { ...demo, 'src/other/__init__.py': '' }, {}, 'ProjectUnfit', /--package/],
    [
      'a package that is not there',
      demo,
      { package: 'other' },
      'ProjectUnfit',
      /create-persona app/,
    ],
    ['a package without api.py', withoutApi, {}, 'ProjectUnfit', /create-persona app/],
    ['a flat layout', { 'demo/__init__.py': '', 'demo/main.py': '' }, {}, 'ProjectUnfit', /src\//],
    [
      'an api.py that does not parse',
      { ...demo, 'src/demo/api.py': 'def f(:\n' },
      {},
      'NotRegistered',
      /include_router/,
    ],
    [
      'the name of a module',
      { ...demo, 'src/demo/quests.py': '' },
      {},
      'NameRefused',
      /quest_item/,
    ],
    [
      'the name of a package of somebody else',
      { ...demo, 'src/demo/quests/__init__.py': '' },
      {},
      'NameRefused',
      /quest_item/,
    ],
    ...['token', 'client'].map((name): [string, Files, object, string, RegExp] => [
      `the name of what its tests share: ${name}`,
      demo,
      { name },
      'NameRefused',
      new RegExp(`${name}_item`),
    ]),
    [
      'a name in other letters',
      { ...demo, 'src/demo/Quests/__init__.py': '' },
      {},
      'NameRefused',
      /quest_item/,
    ],
    [
      'a denied path',
      { ...demo, '.persona/personas/coder.md': persona },
      {},
      'PathDenied',
      /paths\.deny/,
    ],
    [
      'thirteen fields',
      demo,
      { fields: [...'abcdefghijklm'].map((letter) => `field_${letter}:int`) },
      'AnswerRefused',
      /1 to 12/,
    ],
    ['an event without POST', demo, { websocket: true, methods: ['GET'] }, 'AnswerRefused', /POST/],
    ['an owner that is not in the path', demo, { owner: 'player_id' }, 'AnswerRefused', /`user`/],
    [
      'a route that is taken',
      {
        ...demo,
        'src/demo/tasks/router.py':
          'router = APIRouter(\n    prefix="/quests",\n)\n\n\n@router.get(\n    "/{task_id}",\n)\n',
      },
      {},
      'RouteTaken',
      /--path/,
    ],
  ])('%s', async (_, project, more, name, mend) => {
    await expect(attempt(project, more)).rejects.toMatchObject({
      name,
      message: expect.stringContaining('Nothing was written.'),
      mend: expect.stringMatching(mend),
    });
  });

  test('a denied path, and quotes the rule', async () => {
    await expect(attempt({ ...demo, '.persona/personas/coder.md': persona })).rejects.toThrow(
      'denied to `coder` by the rule `src/**/quests/**`',
    );
  });
});
