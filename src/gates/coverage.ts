import { type CoverageReport, defineGate, type Fault } from '../gate.ts';

/** So many files are named, those with the most to do first. */
const most = 20;

export default defineGate({
  name: 'coverage',
  asks: 'tests run enough of the lines and branches',
  why: 'Code that no test runs can be broken by anybody, and nobody will know. The persona says how much of the lines and branches must be run at each stage.',

  async measure({ tests, coverage: threshold }) {
    const run = await tests();
    if ('state' in run) return run;
    if ('state' in run.coverage) return run.coverage;
    const { percent_covered: value, num_statements: statements } = run.coverage.totals;
    // 79.96 is not 80: what is shown is cut, not rounded.
    const percent = Math.floor(value * 10) / 10;
    const isEmpty = statements === 0;
    const hasPassed = !isEmpty && value >= threshold;
    return {
      state: hasPassed ? 'passed' : 'failed',
      says: isEmpty
        ? 'no code was measured'
        : `${percent} % of lines and branches, and ${threshold} % are asked for`,
      value: percent,
      threshold,
      findings: hasPassed ? [] : missing(run.coverage),
      commands: [run.command],
    };
  },
});

function missing({ files }: CoverageReport): readonly Fault[] {
  return Object.entries(files)
    .map(([path, { missing_lines: lines, executed_lines: run, missing_branches: ways = [] }]) => ({
      path: path.replaceAll('\\', '/'),
      lines,
      run,
      // A way that is missed because its lines are is said already.
      ways: ways.filter(([from, to]) => !lines.includes(from) && !lines.includes(to)),
    }))
    .filter(({ lines, ways }) => lines.length + ways.length > 0)
    .sort((a, b) => b.lines.length + b.ways.length - a.lines.length - a.ways.length)
    .slice(0, most)
    .map(({ path, lines, run, ways }) => ({
      path,
      line: lines[0] ?? ways[0]![0],
      column: 1,
      level: 'error' as const,
      says: `No test runs ${[inWords(lines, run), ...ways.map(wayInWords)].filter(Boolean).join(', nor ')}.`,
      mend: 'Write a test that does, or take out what nobody needs.',
    }));
}

/** Below 0 it is the way out. */
const wayInWords = ([from, to]: readonly [number, number]): string =>
  `the way from line ${from} to ${to < 0 ? 'the end' : `line ${to}`}`;

/** `lines 3, 7-9`: as coverage.py does, one piece goes on until a line that was run. */
function inWords(lines: readonly number[], run: readonly number[]): string {
  const pieces: [number, number][] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last !== undefined && !run.some((each) => each > last[1] && each < line)) last[1] = line;
    else pieces.push([line, line]);
  }
  const shown = pieces.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return pieces.length === 0 ? '' : `${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}`;
}
