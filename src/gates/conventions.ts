import { reviewCode } from '../convention-review.ts';
import { defineGate, notRun } from '../gate.ts';
import { count } from '../words.ts';

export default defineGate({
  name: 'conventions',
  asks: 'the code keeps the conventions of its persona',
  why: 'What a persona promises of its code is held by a check for each convention. `create-persona explain` tells of every one, and a comment lets a finding stand: `# create-persona-ignore <convention>: <reason>`.',

  async measure({ project, scope, conventions, ignores }) {
    const held = conventions.filter(({ check }) => typeof check === 'string');
    if (held.length === 0)
      return notRun(
        'The persona names no convention that has a check.',
        'Name some under `conventions:`, or give another one with `--persona`.',
      );
    const files = project
      .paths()
      .filter((path) => /\.(py|toml)$/.test(path) && scope.holds(path) && !ignores(path))
      .map((path) => ({ path, text: project.read(path) ?? '' }));
    const found = await reviewCode(files, held, project.read);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const findings = found
      .filter(({ path, check }) => !ignores(path, check))
      .filter(({ path, line }) => !isInSkeleton(texts.get(path) ?? '', line))
      .map(({ check, says, ...fault }) => ({ ...fault, says: `${check}: ${says}` }));
    const errors = findings.filter(({ level }) => level === 'error').length;
    return {
      state: errors === 0 ? 'passed' : 'failed',
      says:
        (findings.length === 0 ? 'all' : `${count(findings.length, 'finding')} by`) +
        ` ${count(held.length, 'convention')}` +
        (findings.length === 0 ? ` kept in ${count(files.length, 'file')}` : ''),
      value: errors,
      threshold: 0,
      findings,
      commands: ['create-persona verify --only conventions'],
    };
  },
});

/** A skeleton asserts nothing yet, and is counted by the gate `testing`: no convention is asked of it. */
function isInSkeleton(text: string, line: number): boolean {
  const lines = text.split(/\r?\n/).slice(0, line);
  // What stands in the first column ends a function: the next head, or its own decorators.
  const head = lines.findLastIndex((each) => /^(async )?def |^class /.test(each));
  const before = lines.slice(0, Math.max(0, head)).join('\n');
  const decorators = before.slice(before.lastIndexOf('\n\n') + 1);
  return /xfail\([^)]*reason\s*=\s*["']skeleton\b/i.test(decorators);
}
