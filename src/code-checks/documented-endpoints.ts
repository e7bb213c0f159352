import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import { bodyOf, calleeOf, childrenOf, keywordOf, nameOf, within } from '../python/function.ts';
import { routerCall, routesOf } from '../python/routes.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'documented-endpoints',
  why: 'Finds routes without a summary, without the type of their answer, and with errors that they raise themselves and do not list. What a dependency raises it cannot see.',
  example: 'src/app/names/router.py',

  *remarks(module) {
    for (const { method, handler, decorator, router } of routesOf(module)) {
      if (method === 'websocket' || keywordOf(decorator, 'include_in_schema')?.text === 'False')
        continue;
      const name = nameOf(handler);
      if (keywordOf(decorator, 'summary') === undefined) {
        yield {
          ...at(decorator),
          says: `\`${name}\` has no summary${hasDocstring(handler) ? '' : ', and no docstring'}.`,
          mend: 'Say in `summary=` what it is for, in a few words.',
        };
      }
      const isTyped =
        handler.childForFieldName('return_type') !== null ||
        keywordOf(decorator, 'response_model') !== undefined;
      if (!isTyped) {
        yield {
          ...at(handler),
          says: `\`${name}\` does not say what it answers: OpenAPI has no schema for it.`,
          mend: 'Give it a return type.',
        };
      }
      yield* errors(module, { handler, decorator, router });
    }
  },
});

function* errors(
  module: Module,
  { handler, decorator, router }: { handler: Node; decorator: Node; router: string },
) {
  const made = routerCall(module, router);
  const listed = [keywordOf(decorator, 'responses'), made && keywordOf(made, 'responses')];
  if (listed.some((each) => each !== undefined)) return;
  const raised = within(handler, 'raise_statement')
    .flatMap((each) => childrenOf(each))
    .find((each) => each.type === 'call' && /(^|\.)HTTPException$/.test(calleeOf(each)));
  if (raised !== undefined) {
    yield {
      ...at(raised),
      says: `\`${nameOf(handler)}\` raises an error that OpenAPI does not know of.`,
      mend: 'List its status in `responses=` of the route.',
    };
  }
}

const hasDocstring = (handler: Node): boolean =>
  /^[rR]?("""|''')/.test(childrenOf(bodyOf(handler))[0]?.text ?? '');
