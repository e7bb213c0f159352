import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import {
  above,
  calleeOf,
  decoratorsOf,
  keywordOf,
  nameOf,
  parametersOf,
} from '../python/function.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'connection-pooling',
  why: 'Finds clients that are made where a request is served or a module is imported, and not by the lifespan, and pools without a maximum. Whether the maximum is the right one, only load can tell.',
  example: 'src/app/lifespan.py',

  *remarks(module) {
    for (const call of module.all('call')) {
      const name = calleeOf(call);
      const client = clients.find(({ made }) => made.test(name));
      if (client === undefined) continue;
      const fn = above(call, 'function_definition');
      if (fn === undefined || !opensAll(call)) {
        yield {
          ...at(call),
          says:
            fn === undefined
              ? `\`${name}(…)\` is made by the import: no test can load the module without it.`
              : `\`${nameOf(fn)}\` makes a client each time that it is called.`,
          mend: 'Make it once, in the lifespan, keep it on `app.state`, and hand that out.',
        };
      } else if (client.most !== undefined && !client.most.some((each) => keywordOf(call, each))) {
        yield {
          ...at(call),
          level: 'warning',
          says: `\`${name}(…)\` has no maximum of connections.`,
          mend: `Give it \`${client.most[0]}=…\`: a full pool must fail, not hang.`,
        };
      }
    }
  },
});

/** The constructors of clients, and the keyword that says how many connections there may be. */
const clients: readonly { readonly made: RegExp; readonly most?: readonly string[] }[] = [
  {
    made: /^(redis\.(asyncio\.)?)?(Strict)?Redis(\.from_url)?$|^(aio)?redis\.from_url$/,
    most: ['max_connections', 'connection_pool'],
  },
  { made: /^(neo4j\.)?(Async)?GraphDatabase\.driver$/, most: ['max_connection_pool_size'] },
  { made: /^(httpx2?\.)?AsyncClient$/ },
  { made: /^(sqlalchemy\.)?create_(async_)?engine$/ },
  { made: /^(asyncpg\.)(connect|create_pool)$/ },
  { made: /^AsyncIOMotorClient$/ },
];

/** A lifespan, or a function that one calls: it has the application, or a context that closes again. */
function opensAll(call: Node): boolean {
  for (
    let fn = above(call, 'function_definition');
    fn !== undefined;
    fn = above(fn, 'function_definition')
  ) {
    const isContext = decoratorsOf(fn).some(({ text }) =>
      /(^|\.)asynccontextmanager$|on_event\(/.test(text),
    );
    const hasApp = parametersOf(fn).some(({ type }) =>
      /^(FastAPI|Starlette|AsyncExitStack)$/.test(type?.text ?? ''),
    );
    if (isContext || hasApp || /lifespan|startup/.test(nameOf(fn))) return true;
  }
  return false;
}
