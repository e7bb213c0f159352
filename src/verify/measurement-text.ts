import { type Paint, paint } from '../color.ts';
import type { Measurement, Result } from './measuring.ts';
import { visible } from '../reporter.ts';

interface Manner {
  readonly hasColor: boolean;
  readonly quiet: boolean;
  /** What was found, file by file, as `check` prints it. */
  readonly found: string;
  /** Where the report was written. */
  readonly written: string;
}

/** For a person: a line for each gate, what stands in the way, and how it ended. */
export function measurementText(measurement: Measurement, manner: Manner): string {
  const { component, stage, persona, results, passed } = measurement;
  const colors = paint(manner.hasColor);
  const width = Math.max(...results.map(({ gate }) => gate.name.length));
  const rows = results
    .filter(({ verdict }) => !manner.quiet || verdict.state !== 'passed')
    .map((result) => row(result, width, colors));
  const of = (state: string) => results.filter(({ verdict }) => verdict.state === state).length;
  const missing = of('not run') === 0 ? '' : `, ${of('not run')} not run`;
  const tint = passed ? colors.green : colors.red;
  const head = `${colors.bold(component)} at ${stage}, by the gates of ${persona}`;
  const end = `${tint(`${of('passed')} of ${results.length} gates passed${missing}.`)} The report: ${manner.written}`;
  return [
    ...(manner.quiet ? [] : [head]),
    ...(rows.length === 0 ? [] : [rows.join('\n')]),
    ...(manner.found === '' ? [] : [manner.found]),
    ...(manner.quiet ? [] : [end]),
  ].join('\n\n');
}

function row({ gate, verdict, seconds }: Result, width: number, colors: Paint): string {
  const sign = {
    passed: colors.green('✔'),
    failed: colors.red('✖'),
    'not run': colors.yellow('–'),
  }[verdict.state];
  const time = colors.dim(`${seconds.toFixed(1)} s`);
  const head = `  ${sign} ${gate.name.padEnd(width)}`;
  if (verdict.state !== 'not run') return `${head}  ${visible(verdict.says)}  ${time}`;
  const gap = ' '.repeat(width + 6);
  return `${head}  not run: ${visible(verdict.says)}\n${gap}${visible(verdict.mend)}`;
}
