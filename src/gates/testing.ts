import { defineGate, type Fault, lastWords, type TestCase, type TestRun } from '../gate.ts';
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
    const findings = [
      ...failed.map((test) => failure(test, run)),
      ...stopped(run, failed.length, scope.mark),
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

/** What stands before the details, each once: `Redis is not reachable`. */
const reasons = (skipped: readonly TestCase[]): string => {
  const heads = new Set(
    skipped.map(({ says }) => says.split(/: /)[0]!.trim() || 'no reason given'),
  );
  return [...heads].slice(0, 3).join('; ') + (heads.size > 3 ? '; …' : '');
};
