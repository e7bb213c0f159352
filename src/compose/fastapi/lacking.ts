import type { Workspace } from '../../generator.ts';
import { projectUnfit } from '../../problems.ts';
import type { Endpoint } from './endpoint-view.ts';

/**
 * Refuse an endpoint that would use what its app was made without: by a persona that had dropped the
 * convention which this one keeps.
 *
 * @throws ProjectUnfit
 */
export function refuseLacking(
  { isLimited, kept, package: name }: Endpoint,
  { project }: Workspace,
): void {
  const stores = 'tests/integration/conftest.py';
  const lacking = [
    ...(isLimited && !kept.hasLimiter ? [`src/${name}/core/rate_limit.py`] : []),
    ...(kept.keepsRealStores && project.has('tests/conftest.py') && !project.has(stores)
      ? [stores]
      : []),
  ];
  if (lacking[0] === undefined) return;
  throw projectUnfit(
    `There is no ${lacking[0]}, which this endpoint would use.`,
    'Make what is missing with `create-persona app`: it leaves alone what is there.',
  );
}
