import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { agentFile, conventionsKept } from '../../src/compose/agent.ts';
import { codeChecks } from '../../src/code-checks/index.ts';
import { reviewCode } from '../../src/convention-review.ts';
import { readPersona } from '../../src/persona.ts';
import { shipped } from '../../src/shipped.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { run } from '../services/run.ts';
import { outside } from '../support/disk.ts';
import { type Files, planFor, written } from './ask.ts';
import { pythonTools } from './python.ts';

/**
 * A persona that drops a convention gets neither its prose, nor its skeleton, nor its check; and what
 * it gets is whole without it. All real tools read one project for each convention.
 */
const tools = await pythonTools();
const path = '.persona/personas/backend-dev.md';

const droppable = shipped.conventions.filter(
  ({ skeleton }) => skeleton !== undefined && 'drops' in skeleton,
);

/** What each puts into the files of a project, wherever it stands. */
const parts: Readonly<Record<string, RegExp>> = {
  'arrange-act-assert': /# (Arrange|Act|Assert)\b/,
  'async-tests': /pytest\.mark\.asyncio|asyncio_mode = "strict"/,
  'coverage-gates': /fail_under|branch = true|fail-under|Branch coverage/,
  'documented-endpoints': /\bsummary=|\bresponses=problem_responses/,
  'integration-tests-on-real-stores': /tests\/integration|REQUIRE_SERVICES|-m integration/,
  'no-secrets': /detect-secrets/,
  'parametrized-tests': /parametrize/,
  'rate-limits': /rate.?limit|429/i,
  'structured-logging': /\bextra=\{|log_level|RequestId|request_id/,
};

const source = (dropped: readonly string[]) =>
  dropped.reduce((text, id) => text.replace(`  - ${id}\n`, ''), shipped.sources['backend-dev']!);

/** An app with a resource on both stores, which sends events, and one on Neo4j that nobody owns. */
async function projectOf(dropped: readonly string[]): Promise<Files> {
  let project: Files = { [path]: source(dropped) };
  const said = [
    ['app', { package: 'demo' }],
    [
      'endpoint',
      {
        name: 'quest',
        path: '/players/{player_id}/quests',
        store: ['redis', 'neo4j'],
        websocket: true,
        fields: ['name:str', 'level:int=1'],
      },
    ],
    ['endpoint', { name: 'place', store: ['neo4j'], owner: 'none' }],
  ] as const;
  for (const [name, answers] of said)
    project = written(project, await planFor(name, answers, project));
  return project;
}

/** Files that a tool of Python reads, each with its path, as one text. */
const code = (project: Files) =>
  Object.entries(project)
    .filter(([each]) => !each.startsWith('.persona/'))
    .map(([each, text]) => `${each}\n${text}`)
    .join('\n');

const cases = new Map<string, Files>();
const root = outside();

beforeAll(async () => {
  for (const { id } of droppable) cases.set(id, await projectOf([id]));
  cases.set('all', await projectOf(droppable.map(({ id }) => id)));
  for (const [name, project] of cases) {
    for (const [each, text] of Object.entries(project)) {
      mkdirSync(dirname(join(root, name, each)), { recursive: true });
      writeFileSync(join(root, name, each), text);
    }
  }
}, 120_000);

test('every convention that can be dropped is on the list of this test', () => {
  expect(Object.keys(parts)).toEqual(droppable.map(({ id }) => id));
});

test('a persona that drops nothing gets every part', async () => {
  const whole = code(await projectOf([]));
  for (const part of Object.values(parts)) expect(whole).toMatch(part);
});

describe.each(droppable.map(({ id }) => id))('without %s', (id) => {
  const convention = shipped.conventions.find((each) => each.id === id)!;

  test('the code lacks its part, and the others are there', () => {
    const text = code(cases.get(id)!);
    const there = Object.entries(parts).filter(([, part]) => part.test(text));
    expect(there.map(([each]) => each)).toEqual(Object.keys(parts).filter((each) => each !== id));
  });

  test('the agent file lacks its rule', async () => {
    const rule = async (dropped: readonly string[]) => {
      const project = memoryTree({ [path]: source(dropped) });
      const workspace = await openWorkspace('', { project, today: '2026-01-02', folder: 'demo' });
      const persona = workspace.personas.get('backend-dev')!;
      return agentFile(persona, targets[0]!, workspace, () => true).file.text.includes(
        convention.rule,
      );
    };
    expect([await rule([]), await rule([id])]).toEqual([true, false]);
  });

  test('its check is silent', async () => {
    const conventions = new Map(shipped.conventions.map((each) => [each.id, each]));
    const check = codeChecks.find(({ name }) => name === id)!;
    const text = `${convention.bad.split('\n').slice(1, -1).join('\n')}\n`;
    const silent = async (dropped: readonly string[]) => {
      const kept = conventionsKept(readPersona(path, source(dropped)), { conventions });
      const found = await reviewCode([{ path: check.example, text }], kept);
      return found.every((finding) => finding.check !== id);
    };
    expect([await silent([]), await silent([id])]).toEqual([false, true]);
  });
});

/** The others change comments, or files that are no Python. */
const changed = [
  'async-tests',
  'documented-endpoints',
  'parametrized-tests',
  'rate-limits',
  'structured-logging',
  'all',
];

const tool = (name: string, ...words: readonly string[]) =>
  run(join(tools!, name), words, root, { PYTHONDONTWRITEBYTECODE: '1' });

test.skipIf(!tools)('ruff has nothing to say of any of them', async () => {
  const { code: ended, out } = await tool('ruff', 'check', '.');
  expect(ended, out).toBe(0);
});

test.skipIf(!tools)('ruff would format nothing otherwise', async () => {
  const { code: ended, out } = await tool('ruff', 'format', '--diff', '.');
  expect(ended, out).toBe(0);
});

test.skipIf(!tools)(
  'pyright has nothing to say of any of them, and it is strict',
  async () => {
    const places = changed;
    const config = {
      include: places,
      typeCheckingMode: 'strict',
      pythonVersion: '3.11',
      reportMissingTypeStubs: false,
      reportUnknownMemberType: false,
      reportUnknownArgumentType: false,
      reportUnknownVariableType: false,
      executionEnvironments: places.map((place) => ({ root: place, extraPaths: [`${place}/src`] })),
    };
    writeFileSync(join(root, 'pyrightconfig.json'), JSON.stringify(config));
    const { out } = await tool('pyright', '--pythonpath', join(tools!, 'python'));
    expect(out).toContain('0 errors, 0 warnings');
  },
  600_000,
);

test.skipIf(!tools)(
  'the tests of each pass',
  async () => {
    const waiting = [...changed];
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const words = [
          '-m',
          'pytest',
          '-q',
          '-p',
          'no:cacheprovider',
          'tests/unit',
          '--cov',
          '--cov-fail-under=80',
        ];
        const ended = await run(join(tools!, 'python'), words, join(root, next), {
          PYTHONDONTWRITEBYTECODE: '1',
        });
        expect(ended.code, `${next}: ${ended.out}`).toBe(0);
      }
    };
    await Promise.all([worker(), worker()]);
  },
  600_000,
);
