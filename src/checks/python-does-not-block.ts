import { defineCheck } from '../check.ts';
import { pythonIn } from '../python-code.ts';

export default defineCheck({
  name: 'python-does-not-block',
  level: 'warning',
  why: 'One call that waits inside of `async def` stops every other request of the process, and no type checker says so.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: '```python\nimport asyncio\n\n\nasync def rest() -> None:\n    await asyncio.sleep(1)\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```python\nimport time\n\n\nasync def rest() -> None:\n    time.sleep(1)\n```\n',
  },

  *remarks({ markdown }) {
    for (const { calls, part, text } of pythonIn(markdown)) {
      if (part.verdict === 'bad') continue;
      for (const { name, line, column, isAwaited, isInAsync } of calls) {
        if (!isInAsync || isAwaited || !/^[\w.]+$/.test(name)) continue;
        const instead = blocking.find(([pattern]) => pattern.test(name))?.[1];
        if (instead === undefined || /to_thread|run_in_executor/.test(text)) continue;
        yield {
          line,
          column,
          says: `\`${name}(…)\` blocks the event loop: it is called in \`async def\` and not awaited.`,
          mend: instead,
        };
      }
    }
  },
});

/** https://docs.astral.sh/ruff/rules/#flake8-async-async, and the drivers of Neo4j and Redis beside it. */
const blocking: readonly (readonly [RegExp, string])[] = [
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
