import {
  type CoverageReport,
  lastWords,
  type NotRun,
  notRun,
  type Run,
  type Scope,
  shown,
  type TestRun,
  type Toolbox,
} from '../gate.ts';
import { testsIn } from './junit.ts';
import type { Scratch } from './scratch.ts';

interface Needs {
  readonly tools: Toolbox;
  readonly run: Run;
  readonly scratch: Scratch;
  readonly scope: Scope;
  /** What `--cov` is given: a folder, or nothing where the project's own settings say it. */
  readonly covers: readonly string[];
}

/**
 * Run the tests of a scope once, with coverage of its branches where pytest-cov is there: what two
 * gates ask for. The reports go to the scratch folder; the project's own `.coverage` is left alone.
 */
export async function runTests(needs: Needs): Promise<TestRun | NotRun> {
  const { tools, run, scratch, scope, covers } = needs;
  const pytest = tools.find('pytest');
  if (pytest === undefined) {
    const { says, mend } = tools.lacks('pytest');
    return notRun(says, mend);
  }
  const hasCoverage = tools.has('pytest_cov');
  const cover = covers.length === 0 ? ['--cov'] : covers.map((each) => `--cov=${each}`);
  const asked = [...scope.tests, ...(hasCoverage ? [...cover, '--cov-branch'] : [])];
  const reports = [`--junitxml=${scratch.at('tests.xml')}`, '-o', 'junit_family=xunit1'];
  const covered = [`--cov-report=json:${scratch.at('coverage.json')}`, '--cov-fail-under=0'];
  const ran = await run([...pytest, ...asked, ...reports, ...(hasCoverage ? covered : [])]);

  const command = shown([...pytest, ...asked]);
  const xml = scratch.read('tests.xml');
  return {
    ran,
    command,
    tests: xml === undefined ? [] : testsIn(xml),
    coverage: hasCoverage ? coverageIn(scratch, command, ran) : without(tools),
  };
}

function without(tools: Toolbox): NotRun {
  const { says, mend } = tools.lacks('pytest-cov');
  return notRun(says, mend);
}

function coverageIn(
  scratch: Scratch,
  command: string,
  ran: TestRun['ran'],
): CoverageReport | NotRun {
  const text = scratch.read('coverage.json');
  if (text !== undefined) return JSON.parse(text) as CoverageReport;
  const says = `pytest ended with "${lastWords(ran)}" before anything was counted.`;
  return notRun(says, `Mend what \`${command}\` stops at.`, [command]);
}
