import type { Workspace } from '../../generator.ts';
import { answerRefused, nameRefused, projectUnfit } from '../../problems.ts';
import { text, texts } from '../../questions.ts';
import type { Answers, Plan, PlannedFile } from '../../stages.ts';
import { type Endpoint, endpointView } from './endpoint-view.ts';
import { readFields } from './fields.ts';
import { finished } from './finished.ts';
import { keptBy } from './kept.ts';
import { refuseLacking } from './lacking.ts';
import { personaOf, refuseDenied, standingPackage } from './layout.ts';
import { readMethods } from './methods.ts';
import { resourceNames } from './names.ts';
import { apiPath } from './path.ts';
import { withRouter } from './register.ts';
import { refuseTakenRoutes } from './routes.ts';
import { scopeOf } from './scope.ts';

export const stores = ['redis', 'neo4j'] as const;

const folder = 'stacks/fastapi/endpoint';

/**
 * A resource with all that it takes: models, schemas, repositories, dependencies, router and tests,
 * and its line in `api.py`. The same answers once more change nothing.
 *
 * @throws NameRefused, PathRefused, FieldRefused, AnswerRefused - before anything is planned
 * @throws ProjectUnfit, NotRegistered, RouteTaken, PathDenied
 */
export function endpointPlan(answers: Answers, workspace: Workspace): Plan {
  const persona = personaOf(answers, workspace);
  const endpoint = readEndpoint(answers, workspace);
  const { names, package: name } = endpoint;
  refuseTakenComponent(endpoint, workspace);
  refuseTakenRoutes(endpoint, workspace);
  refuseLacking(endpoint, workspace);
  const wants = (path: string) => isWanted(path, endpoint);
  const files = workspace.render
    .folder(folder, endpointView(endpoint), wants)
    .flatMap((file) => finished(file, endpoint.kept) ?? []);
  const all = [...files, ...registered(endpoint, workspace)];
  refuseDenied(all, persona);
  return {
    generator: 'endpoint',
    files: all,
    next: [
      `One is \`${names.one}\`, several are \`${names.many}\`: \`--plural\` says it otherwise.`,
      `Run its tests: \`uv run pytest tests/unit/${names.many} --cov=src/${name}/${names.many}\`.`,
    ],
  };
}

function readEndpoint(answers: Answers, workspace: Workspace): Endpoint {
  const names = resourceNames(text(answers['name']), text(answers['plural']));
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
  return {
    package: standingPackage(text(answers['package']), workspace),
    names,
    path: at.path,
    scope,
    fields,
    operations,
    stores: texts(answers['store']).flatMap((each) => each.split(',')),
    hasSocket,
    hasEvents,
    isLimited: kept.keepsLimits && answers['no-rate-limit'] !== true,
    kept,
  };
}

/** @throws NameRefused - the package has something else of that name */
function refuseTakenComponent({ names, package: name }: Endpoint, { project }: Workspace): void {
  const inside = project.under(`src/${name}`).map((path) => path.split('/')[2]!);
  const twin = inside.find(
    (each) => each !== names.many && each.toLowerCase().replace(/\.py$/, '') === names.many,
  );
  const isForeign =
    inside.includes(names.many) && !project.has(`src/${name}/${names.many}/repository.py`);
  if (twin !== undefined || isForeign)
    throw nameRefused(
      'name',
      names.one,
      `src/${name}/${twin ?? names.many} is there already`,
      `${names.one}_item`,
    );
}

/** The files of the stores that it has, and the tests of what it can do. */
function isWanted(path: string, { stores: chosen, operations, kept }: Endpoint): boolean {
  if (path.startsWith('tests/integration/') && !kept.keepsRealStores) return false;
  if (path.endsWith('/__init__.py')) return true;
  if (path.endsWith('redis_repository.py')) return chosen.includes('redis');
  if (path.endsWith('neo4j_repository.py')) return chosen.includes('neo4j');
  if (path.endsWith('/test_api.py'))
    return operations.includes('create') && operations.includes('read');
  return true;
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
