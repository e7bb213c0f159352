import { defineCodeCheck } from '../code-check.ts';

export default defineCodeCheck({
  name: 'coverage-gates',
  why: 'Finds a `pyproject.toml` whose coverage leaves branches out, or that has no threshold. That the threshold is reached, the gate `coverage` tells.',
  example: 'pyproject.toml',

  *remarks({ lines }) {
    const line = (section: string) => lines.indexOf(`[tool.coverage.${section}]`) + 1;
    const says = (pattern: RegExp) => lines.some((each) => pattern.test(each));
    if (!says(/^\s*branch\s*=\s*true\b/) && !says(/--cov-branch\b/)) {
      yield {
        line: line('run') || 1,
        says: 'Coverage counts lines only: the path that is not taken is most often the error path.',
        mend: 'Write `branch = true` below `[tool.coverage.run]`.',
      };
    }
    const threshold = /^\s*fail_under\s*=\s*(\d+)|--cov-fail-under[=\s]+(\d+)/;
    const found = lines.map((each) => threshold.exec(each)).find((each) => each !== null);
    if (Number(found?.[1] ?? found?.[2] ?? 0) > 0) return;
    yield {
      line: line('report') || 1,
      says: 'No threshold is enforced: the figure only falls.',
      mend: 'Write `fail_under = 80` below `[tool.coverage.report]`.',
    };
  },
});
