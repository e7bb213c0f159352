import { allFindings, type Measurement, type Result } from './measuring.ts';

/** Where the report of a component is written: at the top of the project. */
export const reportPath = (component: string): string => `workflow_report_${component}.json`;

/**
 * The report of a run, for programs and for those who ask `jq '.stage_results.testing'`. Keys are
 * added to it, and never change their meaning.
 */
export function workflowReport(measurement: Measurement, now: Date): string {
  const { component, stage, persona, passed, seconds, results } = measurement;
  const report = {
    component,
    stage,
    persona,
    passed,
    generated_at: now.toISOString(),
    duration_seconds: seconds,
    stage_results: Object.fromEntries(results.map((each) => [each.gate.name, stageResult(each)])),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function stageResult(result: Result) {
  const { verdict, seconds } = result;
  const hasRun = verdict.state !== 'not run';
  return {
    status: verdict.state.replace(' ', '_'),
    passed: verdict.state === 'passed',
    summary: verdict.says,
    value: hasRun ? verdict.value : null,
    threshold: hasRun ? verdict.threshold : null,
    ...(hasRun && verdict.counts !== undefined && { counts: verdict.counts }),
    command: verdict.commands.join(' && '),
    duration_seconds: seconds,
    findings: allFindings(result).map(({ check: _, ...finding }) => finding),
  };
}
