import type { Persona } from '../../persona.ts';
import type { Tree } from '../../tree.ts';

/**
 * What the conventions of a persona put into the skeleton, by the names that templates ask for. Each
 * convention says in its front matter, under `skeleton`, what is gone without it.
 */
export interface Kept {
  /** arrange-act-assert: the comments above the steps of a test. */
  readonly keepsSteps: boolean;
  /** async-tests: `@pytest.mark.asyncio`. */
  readonly keepsMarks: boolean;
  /** parametrized-tests */
  readonly keepsTables: boolean;
  /** integration-tests-on-real-stores */
  readonly keepsRealStores: boolean;
  /** rate-limits */
  readonly keepsLimits: boolean;
  /** structured-logging */
  readonly keepsLogFields: boolean;
  /** documented-endpoints: summaries, and lists of errors. */
  readonly keepsDocs: boolean;
  /** coverage-gates */
  readonly keepsCoverage: boolean;
  /** no-secrets: the tool that looks for some. */
  readonly keepsScan: boolean;
  /** Whether the app has a limiter, for which tests stand in. One that is no app of ours is trusted. */
  readonly hasLimiter: boolean;
}

export function keptBy({ conventions, keeps }: Persona, project: Tree): Kept {
  const has = (id: string) => conventions.includes(id) || keeps.includes(id);
  return {
    keepsSteps: has('arrange-act-assert'),
    keepsMarks: has('async-tests') || needsMarks(project.read('pyproject.toml')),
    keepsTables: has('parametrized-tests'),
    keepsRealStores: has('integration-tests-on-real-stores'),
    keepsLimits: has('rate-limits'),
    keepsLogFields: has('structured-logging'),
    keepsDocs: has('documented-endpoints'),
    keepsCoverage: has('coverage-gates'),
    keepsScan: has('no-secrets'),
    hasLimiter: project
      .under('src')
      .every((path) => !path.endsWith('/core/settings.py') || project.has(beside(path))),
  };
}

const beside = (path: string) => path.replace(/settings\.py$/, 'rate_limit.py');

/** In a project that pytest-asyncio reads in its strict mode, a test without a mark never runs. */
const needsMarks = (pyproject: string | undefined): boolean =>
  pyproject !== undefined && !/^\s*asyncio_mode\s*=\s*["']auto["']/m.test(pyproject);
