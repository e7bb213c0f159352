import type { Workspace } from '../../generator.ts';
import { answerRefused, projectUnfit } from '../../problems.ts';
import { text, texts } from '../../questions.ts';
import type { Answers, Plan, PlannedFile } from '../../stages.ts';
import type { Endpoint } from './endpoint-view.ts';
import { readFields } from './fields.ts';
import { keptBy } from './kept.ts';
import { refuseLacking } from './lacking.ts';
import { personaOf, refuseDenied, standingPackage } from './layout.ts';
import { readMethods } from './methods.ts';
import { resourceNames } from './names.ts';
import { partFiles } from './parts.ts';
import { apiPath, hasPrefix } from './path.ts';
import { refuseOtherSchemas, refuseTakenComponent, standingStores } from './refuse-standing.ts';
import { withRouter } from './register.ts';
import { refuseTakenRoutes } from './routes.ts';
import { scopeOf } from './scope.ts';
import { withStanding } from './standing.ts';

/**
 * A resource with all that it takes: models, schemas, repositories, dependencies, router and tests,
 * and its line in `api.py`. The same answers once more change nothing.
 *
 * @throws NameRefused, PathRefused, FieldRefused, AnswerRefused - before anything is planned
 * @throws ProjectUnfit, NotRegistered, RouteTaken, PathDenied
 */
export function endpointPlan(answers: Answers, workspace: Workspace): Plan {
  const persona = personaOf(answers, workspace);
  const endpoint = readEndpoint(answers, 'endpoint', workspace);
  const { names, package: name } = endpoint;
  refuseTakenRoutes(endpoint, workspace);
  refuseLacking(endpoint, workspace);
  const files = partFiles(endpoint, 'endpoint', workspace);
  if (!files.some(({ path }) => path.endsWith('/schemas.py')))
    refuseOtherSchemas(endpoint, workspace);
  const all = [...files, ...registered(endpoint, workspace)];
  refuseDenied(all, persona);
  return {
    generator: 'endpoint',
    files: all,
    next: [
      ...(hasPrefix(text(answers['path']))
        ? [`Its path is \`${endpoint.path}\`: \`api.py\` puts \`/api/v1\` before all of them.`]
        : []),
      `One is \`${names.one}\`, several are \`${names.many}\`: \`--plural\` says it otherwise.`,
      `Run its tests: \`uv run pytest tests/unit/${names.many} --cov=src/${name}/${names.many}\`.`,
    ],
  };
}

/**
 * What was asked for, on top of what stands of it.
 *
 * @throws NameRefused, PathRefused, FieldRefused, AnswerRefused, ProjectUnfit
 */
export function readEndpoint(said: Answers, generator: string, workspace: Workspace): Endpoint {
  const names = resourceNames(text(said['name']), text(said['plural']));
  const standing = { package: standingPackage(text(said['package']), workspace), ...names };
  refuseTakenComponent(standing.package, names, workspace);
  const answers = withStanding(said, standing, workspace);
  const at = apiPath(text(answers['path']), names);
  const scope = scopeOf(text(answers['owner']), at);
  const fields = readFields(
    texts(answers['fields']),
    scope.parts.map(({ name }) => name),
  );
  if (fields.length === 0 || fields.length > 12)
    throw answerRefused('fields', texts(answers['fields']).join('; '), 'Give it 1 to 12 fields.');
  const kept = keptBy(personaOf(answers, workspace), workspace.project);
  const operations = readMethods(texts(answers['methods']));
  const hasSocket = answers['websocket'] === true;
  const hasEvents = hasSocket || answers['background-task'] === true;
  if (hasEvents && !operations.includes('create'))
    throw answerRefused(
      'methods',
      texts(answers['methods']).join(','),
      'An event tells of something new: it needs POST among the methods.',
    );
  const asked = texts(answers['store']).flatMap((each) => each.split(','));
  return {
    package: standing.package,
    names,
    path: at.path,
    scope,
    fields,
    operations,
    stores: standingStores(asked, standing, generator, workspace),
    hasSocket,
    hasEvents,
    isLimited: kept.keepsLimits && answers['no-rate-limit'] !== true,
    kept,
    summary: text(answers['summary']),
  };
}

/** `api.py` with the router in it; nothing, where it is there already. */
function registered(
  { names, package: name }: Endpoint,
  { project }: Workspace,
): readonly PlannedFile[] {
  const path = `src/${name}/api.py`;
  const router = { module: `${name}.${names.many}.router`, alias: `${names.many}_router` };
  const keeps = project.read(path);
  if (keeps === undefined)
    throw projectUnfit(
      `There is no ${path}, where routers are registered.`,
      'Make what is missing with `create-persona app`: it leaves alone what is there.',
    );
  const longer = withRouter(path, keeps, router);
  return longer === keeps ? [] : [{ path, text: longer, keeps }];
}
