/**
 * Calls that wait, and what to write in their place:
 * https://docs.astral.sh/ruff/rules/#flake8-async-async, and the drivers of Neo4j and Redis beside it.
 */
export const blocking: readonly (readonly [RegExp, string])[] = [
  [/^time\.sleep$/, 'Write `await asyncio.sleep(…)`.'],
  [
    /^requests\.(get|post|put|patch|delete|head|request)$/,
    'Use `httpx.AsyncClient`, and await it.',
  ],
  [/^httpx\.(get|post|put|patch|delete|head|request)$/, 'Use `httpx.AsyncClient`, and await it.'],
  [/^subprocess\.(run|call|check_output|check_call)$/, 'Use `asyncio.create_subprocess_exec`.'],
  [/^urllib\.request\.urlopen$/, 'Use `httpx.AsyncClient`, and await it.'],
  [/^(\w*neo4j\w*)\.(run|execute_query)$/i, 'Use `neo4j.AsyncGraphDatabase`, and await the call.'],
  [/^redis\.(Redis|StrictRedis|from_url)$/, 'Import from `redis.asyncio`.'],
];
