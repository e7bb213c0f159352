import { describe, expect, test } from 'vitest';
import { testsIn } from '../../src/verify/junit.ts';

const report = (...cases: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" tests="${cases.length}">${cases.join('')}</testsuite></testsuites>`;

const head = 'classname="tests.unit.test_a" name="test_b" file="tests/unit/test_a.py" line="11"';
const only = (inside: string) =>
  testsIn(report(`<testcase ${head} time="0.1">${inside}</testcase>`))[0];

describe('a test of a report of pytest', () => {
  test('that passed has its id and the line of its head', () => {
    expect(testsIn(report(`<testcase ${head} time="0.001" />`))).toEqual([
      {
        outcome: 'passed',
        id: 'tests/unit/test_a.py::test_b',
        name: 'test_b',
        path: 'tests/unit/test_a.py',
        line: 12,
        says: '',
      },
    ]);
  });

  test.each<[string, string, object]>([
    [
      'that failed stands at the line where it did',
      '<failure message="AssertionError: assert 1 == 2&#10;  +  where 1">tests/unit/test_a.py:14: in test_b&#10;    call()\nsrc/demo/x.py:3: AssertionError\ntests/unit/test_a.py:15: AssertionError</failure>',
      { outcome: 'failed', line: 15, says: 'AssertionError: assert 1 == 2' },
    ],
    [
      'that failed elsewhere stands at its head',
      '<failure message="boom">src/demo/x.py:3: AssertionError</failure>',
      { outcome: 'failed', line: 12, says: 'boom' },
    ],
    [
      'whose fixture failed has failed',
      '<error message="failed on setup with &quot;x&quot;">E   x</error>',
      { outcome: 'failed', says: 'failed on setup with "x"' },
    ],
    [
      'that was skipped says why',
      '<skipped type="pytest.skip" message="Redis is not reachable: no">x</skipped>',
      { outcome: 'skipped', says: 'Redis is not reachable: no' },
    ],
    [
      'that is a skeleton was expected to fail',
      '<skipped type="pytest.xfail" message="skeleton: say what it promises" />',
      { outcome: 'expected to fail', says: 'skeleton: say what it promises' },
    ],
    [
      'that passed, and was to fail, has failed',
      '<failure message="[XPASS(strict)] skeleton: x">[XPASS(strict)] skeleton: x</failure>',
      { outcome: 'failed', says: '[XPASS(strict)] skeleton: x' },
    ],
    [
      'may speak of tags and signs',
      '<failure message="assert &apos;&lt;/testcase&gt;&apos; == &apos;&amp;lt;&apos;">x</failure>',
      { outcome: 'failed', says: "assert '</testcase>' == '&lt;'" },
    ],
  ])('%s', (_, inside, expected) => {
    expect(only(inside)).toMatchObject(expected);
  });

  test('of a class has its class in its id', () => {
    const inClass =
      '<testcase classname="tests.unit.test_a.TestA" name="test_b[x-1]" file="tests/unit/test_a.py" line="1" />';
    expect(testsIn(report(inClass))[0]?.id).toBe('tests/unit/test_a.py::TestA::test_b[x-1]');
  });

  test('that a class inherits is run from the file of the class', () => {
    const inherited =
      '<testcase classname="tests.integration.test_a.TestA" name="test_b" file="tests/support/a.py" line="11" />';
    expect(testsIn(report(inherited))[0]).toMatchObject({
      id: 'tests/integration/test_a.py::TestA::test_b',
      path: 'tests/support/a.py',
      line: 12,
    });
  });

  test('that could not be imported is its file, and says why', () => {
    const broken =
      '<testcase classname="" name="tests.unit.test_a" time="0"><error message="collection failure">tests/unit/test_a.py:1: in &lt;module&gt;\n    import x\nE   ModuleNotFoundError: No module named &apos;x&apos;</error></testcase>';
    expect(testsIn(report(broken))).toEqual([
      {
        outcome: 'failed',
        id: 'tests/unit/test_a.py',
        name: 'tests.unit.test_a',
        path: 'tests/unit/test_a.py',
        line: 1,
        says: "ModuleNotFoundError: No module named 'x'",
      },
    ]);
  });

  test('is one of as many as there are', () => {
    const cases = [
      '<skipped type="pytest.skip" message="a"/>',
      '',
      '<failure message="b">b</failure>',
    ];
    const xml = report(...cases.map((inside) => `<testcase ${head}>${inside}</testcase>`));
    expect(testsIn(xml).map(({ outcome }) => outcome)).toEqual(['skipped', 'passed', 'failed']);
  });
});
