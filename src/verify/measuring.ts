import type { Gate, Ground, Stage, Verdict } from '../gate.ts';
import type { Finding, Level } from '../stages.ts';

/** One gate, when it is done. */
export interface Result {
  readonly gate: Gate;
  readonly verdict: Verdict;
  readonly seconds: number;
  /** In the name of the gate, by file, and in a file in the order of their places. */
  readonly findings: readonly Finding[];
  /** Of a gate that has not passed, and has no place to point at: what is said of the whole. */
  readonly whole?: Finding;
}

/** All that is known at the end of a run. */
export interface Measurement {
  readonly component: string;
  readonly stage: Stage;
  readonly persona: string;
  readonly results: readonly Result[];
  /** Whether the run as a whole has passed. */
  readonly passed: boolean;
  readonly seconds: number;
}

interface Manner {
  readonly persona: string;
  /** A gate that could not be run is then no failure of the whole. */
  readonly allowsMissing: boolean;
  readonly told: (result: Result) => void;
}

/** Run the gates side by side. What they find comes in the order of the shelf, not of the clock. */
export async function measureAll(
  gates: readonly Gate[],
  ground: Ground,
  { persona, allowsMissing, told }: Manner,
): Promise<Measurement> {
  const began = performance.now();
  const results = await Promise.all(
    gates.map(async (gate): Promise<Result> => {
      const verdict = await gate.measure(ground);
      const level: Level = verdict.state === 'not run' && allowsMissing ? 'warning' : 'error';
      const findings = inOrder(verdict.findings.map((fault) => ({ check: gate.name, ...fault })));
      const isTold = verdict.state === 'passed' || findings.some((each) => each.level === 'error');
      const whole = { check: gate.name, path: ground.scope.mark, line: 1, column: 1, level };
      const result: Result = {
        gate,
        verdict,
        findings,
        ...(!isTold && { whole: { ...whole, ...words(gate, verdict) } }),
        seconds: secondsSince(began),
      };
      told(result);
      return result;
    }),
  );
  return {
    component: ground.scope.component,
    stage: ground.stage,
    persona,
    results,
    passed: results.every(
      ({ verdict: { state } }) => state === 'passed' || (state === 'not run' && allowsMissing),
    ),
    seconds: secondsSince(began),
  };
}

const secondsSince = (began: number) => Math.round((performance.now() - began) / 10) / 100;

/** All that there is to say of a gate, where every word needs a place. */
export const allFindings = ({ findings, whole }: Result): readonly Finding[] =>
  whole === undefined ? findings : [whole, ...findings];

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column,
  );

const words = (gate: Gate, verdict: Verdict) =>
  verdict.state === 'not run'
    ? { says: `The gate ${gate.name} was not run. ${verdict.says}`, mend: verdict.mend }
    : {
        says: `The gate ${gate.name} has failed: ${verdict.says}.`,
        mend: `\`create-persona explain ${gate.name}\` tells what it asks for.`,
      };
