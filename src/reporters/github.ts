import { defineReporter } from '../reporter.ts';
import type { Finding } from '../stages.ts';

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

/** Workflow commands: each finding is shown beside its line in a pull request. */
export default defineReporter({
  name: 'github',
  describes: 'annotations in a pull request, from a workflow of GitHub',

  report: ({ findings, checks }) => {
    const whys = new Map(checks.map(({ name, why }) => [name, why]));
    return findings.map((each) => annotation(each, whys.get(each.check))).join('\n');
  },
});

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

function annotation(finding: Finding, why: string | undefined): string {
  const { path, line, column, level, check, says, mend } = finding;
  const place = [
    `file=${property(path)}`,
    `line=${line}`,
    `col=${column}`,
    `title=${property(check)}`,
  ];
  return `::${commands[level]} ${place.join(',')}::${message([says, mend, ...(why === undefined ? [] : [`Why: ${why}`])].join('\n'))}`;
}

/** A line that is not escaped would be a command of its own, and whoever wrote the file would give it. */
const message = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
