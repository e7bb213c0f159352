import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../../src/stages.ts';
import { startNeo4j } from '../services/neo4j.ts';
import { startRedis } from '../services/redis.ts';
import { run } from '../services/run.ts';
import { outside } from '../support/disk.ts';
import { type Files, planFor, service, written } from './ask.ts';
import { everyType } from './combinations.ts';
import { pythonTools } from './python.ts';

/**
 * The parts of resources, in sequence and alone, and skeletons for every module of the project, as the
 * tools of those who get them read them.
 */
const tools = await pythonTools();
const [redis, neo4j] = await Promise.all([startRedis(), startNeo4j()]);
let root: string;

const action: Answers = {
  name: 'player-action',
  path: '/players/{player_id}/actions',
  fields: ['action_type:str(1..64)', 'parameters:dict={}'],
  store: ['redis', 'neo4j'],
};
const parts: readonly (readonly [Parameters<typeof planFor>[0], Answers])[] = [
  ...(['model', 'repository', 'service', 'endpoint'] as const).map(
    (name) => [name, action] as const,
  ),
  ['repository', { name: 'quest', store: ['neo4j'], fields: ['title:str', 'price:decimal(0..)'] }],
  ['service', { name: 'quest' }],
  [
    'service',
    {
      name: 'NarrativeBranchChoiceOption',
      path: '/narrative-branches/{narrative_branch_collection_id}/options',
      owner: 'none',
      store: ['redis', 'neo4j'],
    },
  ],
  ['model', { name: 'sample', owner: 'none', fields: everyType }],
  ['repository', { name: 'sample' }],
  ['model', { name: 'note', fields: ['body:text'] }],
  ['endpoint', { name: 'note', methods: ['GET'] }],
];

/** Modules of somebody else, with every shape of signature and of class. */
const odd = (name: string) => readFileSync(join(import.meta.dirname, 'modules', name), 'utf8');

const withSkeletons = async (given: Files): Promise<Files> => {
  let project = given;
  for (const path of Object.keys(given).filter((each) => /^src\/.*\.py$/.test(each)))
    for (const kind of ['unit', 'parametrized', 'integration']) {
      const plan = await planFor('test', { module: path, kind }, project).catch(
        (problem: Error) => {
          expect(problem.message).toContain('no public function');
        },
      );
      if (plan) project = written(project, plan);
    }
  return project;
};

beforeAll(async () => {
  let project = await service('tta_backend');
  for (const [name, said] of parts) project = written(project, await planFor(name, said, project));
  project = await withSkeletons({
    ...project,
    'src/tta_backend/odd/__init__.py': '"""Odd."""\n',
    'src/tta_backend/odd/signatures.py': odd('signatures.py'),
    'src/tta_backend/odd/shapes.py': odd('shapes.py'),
  });
  root = outside();
  for (const [path, text] of Object.entries(project)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}, 60_000);

afterAll(() => Promise.all([redis?.stop(), neo4j?.stop()]), 60_000);

const tool = (name: string, ...words: readonly string[]) =>
  run(join(tools!, name), words, root, { PYTHONDONTWRITEBYTECODE: '1' });

test.skipIf(!tools)('ruff has nothing to say', async () => {
  expect(await tool('ruff', 'check', '.')).toMatchObject({ code: 0, out: 'All checks passed!\n' });
});

test.skipIf(!tools)('ruff would format nothing otherwise', async () => {
  const { code, out } = await tool('ruff', 'format', '--diff', '.');
  expect(code, out).toBe(0);
});

test.skipIf(!tools)(
  'pyright has nothing to say, and it is strict',
  async () => {
    const { code, out } = await tool('pyright', '--pythonpath', join(tools!, 'python'));
    expect(out).toContain('0 errors, 0 warnings');
    expect(code).toBe(0);
  },
  180_000,
);

const pytest = async (words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { code, out } = await run(
    join(tools!, 'python'),
    ['-m', 'pytest', '-q', '-r', 'N', '-p', 'no:cacheprovider', ...words],
    root,
    { PYTHONDONTWRITEBYTECODE: '1', COVERAGE_FILE: join(root, '.coverage'), ...env },
  );
  expect(code, out).toBe(0);
  const many = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(out)?.[1] ?? 0);
  return { passed: many('passed'), skeletons: many('xfailed') };
};

test.skipIf(!tools)(
  'the tests of all parts pass, and every skeleton runs and fails as it should',
  async () => {
    const { passed, skeletons } = await pytest(['-m', 'not integration']);
    expect(passed).toBeGreaterThan(300);
    expect(skeletons).toBeGreaterThan(250);
  },
  180_000,
);

test.skipIf(!tools).each(['quests', 'narrative_branch_choice_options', 'samples'])(
  '%s, which has no router, is covered by its own tests',
  async (name) => {
    const cover = [`--cov=src/tta_backend/${name}`, '--cov-branch', '--cov-fail-under=80'];
    expect((await pytest([`tests/unit/${name}`, ...cover])).passed).toBeGreaterThan(20);
  },
  120_000,
);

test.skipIf(!tools || !redis || !neo4j)(
  'the integration tests of all parts pass on real stores, and their skeletons run',
  async () => {
    const { passed, skeletons } = await pytest(['-m', 'integration'], {
      TEST_REDIS_URL: redis!.url,
      TEST_NEO4J_URI: neo4j!.url,
      REQUIRE_SERVICES: '1',
    });
    expect(passed).toBeGreaterThan(60);
    expect(skeletons).toBeGreaterThan(100);
  },
  180_000,
);
