import type { Workspace } from '../../generator.ts';
import { routeTaken } from '../../problems.ts';
import type { Endpoint } from './endpoint-view.ts';
import type { Operation } from './methods.ts';

const verbs: Readonly<Record<Operation, readonly [verb: string, isOfOne: boolean]>> = {
  create: ['post', false],
  list: ['get', false],
  read: ['get', true],
  replace: ['put', true],
  update: ['patch', true],
  delete: ['delete', true],
};

/** @throws RouteTaken - another component answers one of its routes; what parameters are called is all one */
export function refuseTakenRoutes(
  { package: name, names, path, operations }: Endpoint,
  { project }: Workspace,
): void {
  const own = new Set(
    operations.map((operation) => {
      const [verb, isOfOne] = verbs[operation];
      return `${verb} ${erased(isOfOne ? `${path}/{}` : path)}`;
    }),
  );
  const routers = project
    .under(`src/${name}`)
    .filter((file) => /^src\/[^/]+\/[^/]+\/router\.py$/.test(file))
    .filter((file) => file.split('/')[2] !== names.many);
  for (const file of routers) {
    const taken = routesOf(project.read(file) ?? '').find((route) => own.has(route));
    if (taken !== undefined) throw routeTaken(`\`${taken}\``, file);
  }
}

/** The routes that a router declares, as `get /players/{}/actions`. */
function routesOf(text: string): readonly string[] {
  const prefix = /APIRouter\(\s*[^)]*?prefix="([^"]*)"/.exec(text)?.[1] ?? '';
  return [...text.matchAll(/^@\w+\.(get|post|put|patch|delete)\(\s*"([^"]*)"/gm)].map(
    ([, verb, path]) => `${verb} ${erased(prefix + path!)}`,
  );
}

const erased = (path: string) => path.replace(/\{[^}]*\}/g, '{}');
