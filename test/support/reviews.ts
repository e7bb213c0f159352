import type { Review } from '../../src/reporter.ts';
import type { Finding } from '../../src/stages.ts';

export const finding = (more: Partial<Finding> = {}): Finding => ({
  check: 'references-resolve',
  path: '.claude/agents/a.md',
  line: 2,
  column: 5,
  level: 'error',
  says: 'The link leads to `b.md`, and there is no such file.',
  mend: 'Correct the path, or take the link out.',
  ...more,
});

/** A run over one file with these lines. */
export const review = (
  findings: readonly Finding[],
  lines: readonly string[] = ['# A', 'See [b](b.md).'],
  more: Partial<Review> = {},
): Review => ({
  files: 1,
  findings,
  known: 0,
  gone: [],
  mended: [],
  checks: [{ name: 'references-resolve', level: 'error', why: 'It is not there.' }],
  lineAt: (_, line) => lines[line - 1] ?? '',
  ...more,
});

export const manner = { hasColor: false, quiet: false, version: '1.2.3' };
