import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNeo4j } from '../services/neo4j.ts';
import { startRedis } from '../services/redis.ts';
import { run } from '../services/run.ts';
import { outside } from '../support/disk.ts';
import { planFor, service, written } from './ask.ts';
import { combinations } from './combinations.ts';
import { pythonTools } from './python.ts';

/**
 * What we generate, read by the tools of those who get it: an app with every combination in one
 * project passes ruff, pyright in its strict mode and its own tests, component by component.
 */
const tools = await pythonTools();
const [redis, neo4j] = await Promise.all([startRedis(), startNeo4j()]);
const components = Object.keys(combinations);
let root: string;

beforeAll(async () => {
  let project = await service('tta_backend');
  for (const said of Object.values(combinations))
    project = written(project, await planFor('endpoint', said, project));
  root = outside();
  for (const [path, text] of Object.entries(project)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}, 60_000);

afterAll(() => Promise.all([redis?.stop(), neo4j?.stop()]), 60_000);

const tool = (name: string, ...words: readonly string[]) =>
  run(join(tools!, name), words, root, { PYTHONDONTWRITEBYTECODE: '1' });

test('there are at least twelve combinations, and each is a component of its own', () => {
  expect(components.length).toBeGreaterThanOrEqual(12);
  for (const name of components)
    expect(readFileSync(join(root, `src/tta_backend/${name}/router.py`), 'utf8')).toContain(
      'router',
    );
});

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

test.skipIf(!tools)('detect-secrets finds none', async () => {
  for (const name of ['.pytest_cache', '.ruff_cache'])
    rmSync(join(root, name), { recursive: true, force: true });
  const { out } = await tool('detect-secrets', 'scan', '--all-files', '.');
  expect(JSON.parse(out).results).toEqual({});
});

interface Coverage {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly summary: Readonly<
          Record<'covered_lines' | 'num_statements' | 'covered_branches' | 'num_branches', number>
        >;
      }
    >
  >;
}

/** Lines and branches together, as coverage.py counts them. */
function covered({ files }: Coverage, below: string): number {
  const own = Object.entries(files).filter(([path]) =>
    path.startsWith(`src/tta_backend/${below}/`),
  );
  const sum = (of: (summary: Coverage['files'][string]['summary']) => number) =>
    own.reduce((total, [, { summary }]) => total + of(summary), 0);
  const hit = sum(({ covered_lines, covered_branches }) => covered_lines + covered_branches);
  return (100 * hit) / sum(({ num_statements, num_branches }) => num_statements + num_branches);
}

const pytest = async (below: string) => {
  const report = join(root, `coverage-${below}.json`);
  const words = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '-m', 'not integration'];
  const cover = [
    `tests/unit/${below}`,
    '--cov',
    `--cov-report=json:${report}`,
    '--cov-fail-under=0',
  ];
  const { code, out } = await run(join(tools!, 'python'), [...words, ...cover], root, {
    COVERAGE_FILE: join(root, `.coverage.${below}`),
  });
  expect(code, out).toBe(0);
  return covered(JSON.parse(readFileSync(report, 'utf8')), below);
};

/** Two by two: each has its own process, for what it covers must be its own doing. */
test.skipIf(!tools)(
  'the tests of each component pass, and cover it',
  async () => {
    const table: [string, number][] = [];
    const waiting = ['core', ...components];
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        table.push([next, Math.floor(10 * (await pytest(next))) / 10]);
    };
    await Promise.all([worker(), worker()]);
    console.table(Object.fromEntries(table.sort()));
    expect(table.filter(([, percent]) => percent < 80)).toEqual([]);
  },
  240_000,
);

/** Each contract runs on each store that its component has; no server may be missed unnoticed. */
const integration = async (which: string) => {
  const words = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '-m', 'integration', '-k', which];
  const { code, out } = await run(join(tools!, 'python'), words, root, {
    TEST_REDIS_URL: redis?.url ?? '',
    TEST_NEO4J_URI: neo4j?.url ?? '',
    REQUIRE_SERVICES: '1',
  });
  expect(code, out).toBe(0);
  return Number(/(\d+) passed/.exec(out)?.[1]);
};

test.skipIf(!tools || !redis)(
  'the integration tests pass on a real Redis',
  async () => {
    expect(
      await integration('not Neo4j and not fields and not quests and not notes'),
    ).toBeGreaterThan(100);
  },
  120_000,
);

test.skipIf(!tools || !neo4j)(
  'the integration tests pass on a real Neo4j',
  async () => {
    expect(await integration('Neo4j')).toBeGreaterThan(90);
  },
  120_000,
);
