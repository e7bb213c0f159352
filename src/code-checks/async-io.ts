import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import { blocking } from '../python/blocking.ts';
import { calleeOf, functionOf, isAsync, nameOf } from '../python/function.ts';
import { importsOf } from '../python/imports.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'async-io',
  why: 'Finds calls that wait without `await` in `async def`, clients of Redis and Neo4j that block, tasks that nobody keeps, and coroutines that nobody awaits. A blocking call of a library that it does not know it cannot see.',
  example: 'src/app/status.py',

  *remarks(module) {
    yield* clients(module);
    const coroutines = coroutinesOf(module);
    for (const call of module.all('call')) {
      const name = calleeOf(call);
      const fn = functionOf(call);
      if (fn === undefined || !isAsync(fn) || call.parent?.type === 'await') continue;
      const instead = [...blocking, ...files].find(([pattern]) => pattern.test(name))?.[1];
      if (instead !== undefined) {
        yield {
          ...at(call),
          says: `\`${name}(…)\` blocks the event loop: all other requests wait with it.`,
          mend: instead,
        };
      }
      if (call.parent?.type !== 'expression_statement') continue;
      if (/^asyncio\.(create_task|ensure_future)$/.test(name)) {
        yield {
          ...at(call),
          says: 'Nobody keeps this task: it may be collected before it is done.',
          mend: 'Start it in an `asyncio.TaskGroup`, or keep a reference to it.',
        };
      } else if (coroutines.has(name)) {
        yield {
          ...at(call),
          says: `\`${name}(…)\` is a coroutine that nobody awaits: it never runs.`,
          mend: `Write \`await ${name}(…)\`.`,
        };
      }
    }
  },
});

/** Async functions at the margin, by name. */
const coroutinesOf = (module: Module): ReadonlySet<string> =>
  new Set(
    module
      .all('function_definition')
      .filter((fn) => isAsync(fn) && isAtMargin(fn))
      .map(nameOf),
  );

const isAtMargin = ({ parent }: Node): boolean =>
  parent?.type === 'module' || parent?.parent?.type === 'module';

/** Drivers that block, told by their imports, in a module that has async code. */
function* clients(module: Module) {
  if (!module.all('function_definition').some(isAsync)) return;
  for (const { node, module: from, name } of importsOf(module)) {
    const isRedis = from === 'redis' && /^(Redis|StrictRedis|from_url|ConnectionPool)$/.test(name);
    const isNeo4j = from === 'neo4j' && /^(GraphDatabase|Driver|Session)$/.test(name);
    if (!isRedis && !isNeo4j) continue;
    yield {
      ...at(node),
      says: `\`${name}\` of \`${from}\` blocks the event loop.`,
      mend: isRedis ? 'Import it from `redis.asyncio`.' : `Import \`Async${name}\`.`,
    };
  }
}

/** https://docs.astral.sh/ruff/rules/blocking-open-call-in-async-function/ and its neighbours */
const files: readonly (readonly [RegExp, string])[] = [
  [/^(io\.)?open$/, 'Use `anyio.open_file`, or `asyncio.to_thread`.'],
  [/\.(read|write)_(text|bytes)$/, 'Use `anyio.Path`, or `asyncio.to_thread`.'],
  [/^os\.(system|popen|wait)$/, 'Use `asyncio.create_subprocess_exec`.'],
  [/^input$/, 'Use `asyncio.to_thread(input)`.'],
];
