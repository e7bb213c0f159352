import { defineGate, type Fault, lastWords, notRun, type TestCase, type TestRun } from '../gate.ts';
import { count } from '../words.ts';

// https://docs.pytest.org/en/stable/reference/exit-codes.html
const noTests = 5;

export default defineGate({
  name: 'testing',
  asks: 'every test passes',
  why: 'A test that fails says that the code does not do what somebody relies on. A skeleton, a test that asserts nothing yet, is expected to fail, and counted.',

  async measure({ tests, scope }) {
    const run = await tests();
    if ('state' in run) return run;
    const of = (outcome: TestCase['outcome']) =>
      run.tests.filter((test) => test.outcome === outcome);
    const [passed, failed, skipped] = [of('passed'), of('failed'), of('skipped')];
    const skeletons = of('expected to fail').filter(({ says }) => /^skeleton\b/i.test(says));
    const expected = of('expected to fail').length - skeletons.length;
    const onReal = run.tests.filter(isIntegration);
    // Nothing was tried, so nothing is proved.
    if (skipped.length > 0 && skipped.length === run.tests.length)
      return notRun(
        `All ${count(skipped.length, 'test')} were skipped (${reasons(skipped)}).`,
        `Have there what they wait for: ${bySaying(skipped)[0]![0]}.`,
        [run.command],
      );
    const findings = [
      ...failed.map((test) => failure(test, run)),
      ...stopped(run, failed.length, scope.mark),
      ...leftOut(skipped),
      ...skeletons.map(skeleton),
    ];
    const parts = [
      count(passed.length, 'test').replace(/$/, ' passed'),
      failed.length > 0 && `${failed.length} failed`,
      skipped.length > 0 && `${skipped.length} skipped (${reasons(skipped)})`,
      expected > 0 && `${expected} expected to fail`,
      skeletons.length > 0 && `${count(skeletons.length, 'skeleton')} to fill in`,
    ];
    const wrong = findings.filter(({ level }) => level === 'error').length;
    return {
      state: wrong === 0 ? 'passed' : 'failed',
      says: run.ran.code === noTests ? 'no test was found' : parts.filter(Boolean).join(', '),
      value: wrong,
      threshold: 0,
      findings,
      commands: [run.command],
      counts: {
        tests: run.tests.length,
        passed: passed.length,
        failed: failed.length,
        skipped: skipped.length,
        expected_to_fail: expected,
        skeletons: skeletons.length,
        integration: onReal.length,
        integration_skipped: onReal.filter(({ outcome }) => outcome === 'skipped').length,
      },
    };
  },
});

const place = ({ path, line }: TestCase) => ({ path, line, column: 1 });

function failure(test: TestCase, { command }: TestRun): Fault {
  const pytest = /^.*?\bpytest\b/.exec(command)?.[0] ?? 'pytest';
  // https://docs.pytest.org/en/stable/how-to/skipping.html#strict-parameter
  if (test.says.startsWith('[XPASS(strict)]'))
    return {
      ...place(test),
      level: 'error',
      says: `\`${test.name}\` is marked as one that fails, and it passes.`,
      mend: 'Take its `xfail` mark out.',
    };
  return {
    ...place(test),
    level: 'error',
    says: `\`${test.name}\` fails: ${test.says}`,
    mend: `See it alone with \`${pytest} '${test.id}'\`.`,
  };
}

/** A run that ended with an error that no test is to blame for. */
function stopped({ ran, command }: TestRun, failed: number, path: string): readonly Fault[] {
  if (ran.code === 0 || failed > 0) return [];
  const says =
    ran.code === noTests ? 'There is no test here.' : `pytest stopped with "${lastWords(ran)}".`;
  const mend =
    ran.code === noTests ? 'Write one below `tests/`.' : `Mend what \`${command}\` stops at.`;
  return [{ path, line: 1, column: 1, level: 'error', says, mend }];
}

const skeleton = (test: TestCase): Fault => ({
  ...place(test),
  level: 'info',
  says: `\`${test.name}\` is a skeleton: it asserts nothing yet.`,
  mend: 'Write its Arrange, Act and Assert, and take the `xfail` mark out.',
});

/** Tests on what is really there, by the folder or file that they are run from. */
const isIntegration = ({ id }: TestCase) => /(^|\/)[^/:]*integration/i.test(id);

/**
 * A skipped test fails nothing, for not everybody has a database at hand. But a green gate that says
 * nothing of it would be taken for more than it is.
 */
const leftOut = (skipped: readonly TestCase[]): readonly Fault[] =>
  [true, false].flatMap((onReal) =>
    bySaying(skipped.filter((test) => isIntegration(test) === onReal)).map(
      ([because, [first, ...others]]): Fault => ({
        ...place(first),
        level: onReal ? 'warning' : 'info',
        says: `${wereSkipped(others.length + 1, onReal ? 'integration test' : 'test')}: ${because}.`,
        mend: onReal
          ? 'Run them where that is there; until then they prove nothing.'
          : 'Run it where it can be run, or take it out.',
      }),
    ),
  );

const wereSkipped = (many: number, what: string) =>
  `${count(many, what)} ${many === 1 ? 'was' : 'were'} skipped`;

type Group = readonly [because: string, tests: readonly [TestCase, ...TestCase[]]];

/** Skipped tests by what they say, as the first of each says it in full. */
function bySaying(skipped: readonly TestCase[]): readonly Group[] {
  const groups = new Map<string, [TestCase, ...TestCase[]]>();
  for (const test of skipped) {
    const group = groups.get(headOf(test));
    if (group === undefined) groups.set(headOf(test), [test]);
    else group.push(test);
  }
  return [...groups.values()].map((tests) => [
    tests[0].says.replace(/\.$/, '') || 'no reason given',
    tests,
  ]);
}

/** What stands before the details: `Redis is not reachable`. */
const headOf = ({ says }: TestCase) => says.split(/: /)[0]!.trim() || 'no reason given';

const reasons = (skipped: readonly TestCase[]): string => {
  const heads = new Set(skipped.map(headOf));
  return [...heads].slice(0, 3).join('; ') + (heads.size > 3 ? '; …' : '');
};
