import { describe, expect, test } from 'vitest';
import { type Ground, notRun, type TestCase, type Verdict } from '../../src/gate.ts';
import testing from '../../src/gates/testing.ts';

/** What the gate says of tests that were skipped. pytest itself is run in `test/stack/verify.test.ts`. */

const passed = (id: string): TestCase => {
  const [path = '', name = ''] = id.split('::');
  return { outcome: 'passed', id, name, path, line: 3, says: '' };
};
const skipped = (id: string, says: string): TestCase => ({
  ...passed(id),
  outcome: 'skipped',
  says,
});

const noRedis = (port: number) =>
  `Redis is not reachable: start it, or set TEST_REDIS_URL (${port})`;

function measure(...tests: readonly TestCase[]): Promise<Verdict> {
  const run = {
    ran: { code: 0, stdout: '', stderr: '' },
    tests,
    coverage: notRun('It was not asked for.', 'Ask for it.'),
    command: 'pytest',
  };
  const scope = { component: 'demo', source: [], tests: [], holds: () => true, mark: 'setup.py' };
  return testing.measure({ scope, tests: async () => run } as unknown as Ground);
}

describe('integration tests that were skipped', () => {
  const unit = passed('tests/unit/test_a.py::test_a');
  const first = skipped('tests/integration/test_a.py::test_a', noRedis(6379));
  const second = skipped('tests/integration/test_a.py::test_b', noRedis(6380));
  const third = skipped('tests/integration/test_b.py::test_c', 'Neo4j is not reachable: set it.');

  test('fail nothing, and are told of: how many, and what each of them lacks', async () => {
    const verdict = await measure(unit, first, second, third);

    expect(verdict).toMatchObject({
      state: 'passed',
      says: '1 test passed, 3 skipped (Redis is not reachable; Neo4j is not reachable)',
      counts: { skipped: 3, integration: 3, integration_skipped: 3 },
    });
    expect(verdict.findings).toMatchObject([
      {
        path: 'tests/integration/test_a.py',
        level: 'warning',
        says: `2 integration tests were skipped: ${noRedis(6379)}.`,
      },
      {
        path: 'tests/integration/test_b.py',
        level: 'warning',
        says: '1 integration test was skipped: Neo4j is not reachable: set it.',
      },
    ]);
  });

  test('are known by where they are run from, not by where they are written', async () => {
    const inherited = { ...first, path: 'tests/support/contract.py' };
    const { findings } = await measure(unit, inherited);
    expect(findings).toMatchObject([{ path: 'tests/support/contract.py', level: 'warning' }]);
  });

  test('leave a gate that has not run, where there are no others', async () => {
    const verdict = await measure(first, second);
    expect(verdict).toMatchObject({
      state: 'not run',
      says: 'All 2 tests were skipped (Redis is not reachable).',
      mend: `Have there what they wait for: ${noRedis(6379)}.`,
    });
  });

  test('are none, where all were run', async () => {
    const verdict = await measure(unit, passed('tests/integration/test_a.py::test_a'));
    expect(verdict).toMatchObject({ counts: { integration: 1, integration_skipped: 0 } });
    expect(verdict.findings).toEqual([]);
  });
});

test('another test that was skipped is a hint and no warning', async () => {
  const windows = skipped('tests/unit/test_a.py::test_b', 'only on Windows');
  const { findings } = await measure(passed('tests/unit/test_a.py::test_a'), windows);
  expect(findings).toMatchObject([
    { path: 'tests/unit/test_a.py', level: 'info', says: '1 test was skipped: only on Windows.' },
  ]);
});
