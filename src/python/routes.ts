import type { Module } from './module.ts';
import { calleeOf, decoratorsOf } from './function.ts';
import type { Node } from './parser.ts';

/** A function that FastAPI serves: `@router.get("/")`. https://fastapi.tiangolo.com/tutorial/bigger-applications/ */
export interface Route {
  readonly method: string;
  readonly handler: Node;
  /** The call in the decorator, and the router that it is called on. */
  readonly decorator: Node;
  readonly router: string;
}

const pattern = /^(\w+)\.(get|post|put|patch|delete|head|options|websocket)$/;

export const routesOf = (module: Module): readonly Route[] =>
  module.all('function_definition').flatMap((handler) =>
    decoratorsOf(handler).flatMap((decorator) => {
      const [, router, method] =
        (decorator.type === 'call' && pattern.exec(calleeOf(decorator))) || [];
      const isRoute = router !== undefined && method !== undefined && isPath(decorator);
      return isRoute ? [{ method, handler, decorator, router }] : [];
    }),
  );

/** A route says its path first: `@mock.patch("module.name")` is a call of the same form. */
const isPath = (decorator: Node): boolean =>
  /^\(\s*(?:path\s*=\s*)?[rf]?["'](?:\/|["']|\{)/.test(
    decorator.childForFieldName('arguments')?.text ?? '',
  );

/** The call that made a router of the module: `router = APIRouter(…)`. */
export const routerCall = (module: Module, name: string): Node | undefined =>
  module
    .all('assignment')
    .find((each) => each.childForFieldName('left')?.text === name)
    ?.childForFieldName('right') ?? undefined;
