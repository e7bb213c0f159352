import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import { argumentsOf, calleeOf, childrenOf, keywordOf } from '../python/function.ts';
import { importsOf, isIn } from '../python/imports.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'mock-external-services',
  why: 'Finds clients without a transport of their own and drivers of real stores in unit tests, and names that are patched in modules. What the code under test opens by itself it cannot see.',
  example: 'tests/unit/test_rates.py',

  *remarks(module) {
    const isIntercepted = importsOf(module).some(({ module: from }) => isIn(from, ...interceptors));
    for (const call of module.all('call')) {
      const name = resolved(module, calleeOf(call));
      if (!isIntercepted && opens.test(name) && !isReplaced(call)) {
        yield {
          ...at(call),
          says: `\`${calleeOf(call)}(…)\` is a client of a real server.`,
          mend: /httpx/.test(name)
            ? 'Give it `transport=MockTransport(…)`, or `ASGITransport(app=…)` for the own application.'
            : 'Hand in a double that is typed as what it stands for.',
        };
      }
      if (!isIntercepted && asks.test(name)) {
        yield {
          ...at(call),
          says: `\`${calleeOf(call)}(…)\` calls a real server.`,
          mend: 'Hand a client in, with a transport that answers from memory.',
        };
      }
      if (!isPatch(call, name)) continue;
      yield {
        ...at(call),
        says: 'A name in a module is patched: the test breaks when the module is written otherwise.',
        mend: 'Hand the collaborator in, so that the test can hand in another.',
      };
    }
  },
});

const interceptors = [
  'respx',
  'responses',
  'pytest_httpx',
  'vcr',
  'aioresponses',
  'requests_mock',
] as const;

const opens =
  /^(httpx2?\.(Async)?Client|requests\.Session|aiohttp\.ClientSession|redis(\.asyncio)?\.(Redis|StrictRedis|from_url)(\.from_url)?|neo4j\.(Async)?GraphDatabase\.driver)$/;

const asks =
  /^(httpx2?|requests)\.(get|post|put|patch|delete|head|request)$|^urllib\.request\.urlopen$/;

/** A client that talks to something in memory. */
const isReplaced = (call: Node): boolean =>
  ['transport', 'app', 'connection_pool', 'mounts'].some(
    (name) => keywordOf(call, name) !== undefined,
  );

/** `patch("shop.rates.client")`, `monkeypatch.setattr("shop.rates.client", …)`. */
const isPatch = (call: Node, name: string): boolean => {
  const [first] = argumentsOf(call);
  return (
    /^(unittest\.mock\.patch|mock\.patch|mocker\.patch|monkeypatch\.setattr)$/.test(name) &&
    first?.type === 'string' &&
    childrenOf(first).length > 0
  );
};

/** A name with the module that it was imported from. */
function resolved(module: Module, name: string): string {
  const [head = '', ...rest] = name.split('.');
  const found = importsOf(module).find((each) => each.as === head);
  if (found === undefined) return name;
  const from =
    found.name === ''
      ? found.module.split('.').length > 1
        ? head
        : found.module
      : `${found.module}.${found.name}`;
  return [from, ...rest].join('.');
}
