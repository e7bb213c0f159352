import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import { keywordOf, nameOf, parametersOf } from '../python/function.ts';
import { decoratorsOf } from '../python/function.ts';
import { routerCall, routesOf } from '../python/routes.ts';

export default defineCodeCheck({
  name: 'rate-limits',
  why: 'Finds routes that write, and have no dependency, parameter or decorator whose name speaks of a limit. A route that only reads may be costly too: that its author must know.',
  example: 'src/app/replies/router.py',

  *remarks(module) {
    for (const { method, handler, decorator, router } of routesOf(module)) {
      if (!/^(post|put|patch|delete)$/.test(method)) continue;
      const made = routerCall(module, router);
      const limits = [
        keywordOf(decorator, 'dependencies')?.text,
        made && keywordOf(made, 'dependencies')?.text,
        ...parametersOf(handler).map(({ type, value }) => `${type?.text} ${value?.text}`),
        ...decoratorsOf(handler).flatMap((each) => (each.id === decorator.id ? [] : [each.text])),
      ];
      if (limits.some((text) => /limit|throttl|quota/i.test(text ?? ''))) continue;
      yield {
        ...at(decorator),
        says: `\`${nameOf(handler)}\` writes without a limit: one loop in one client can use up what all need.`,
        mend: 'Give the route a dependency that answers 429, such as `dependencies=[Depends(enforce_rate_limit)]`.',
      };
    }
  },
});
