import { defineCheck } from '../check.ts';
import { blocking } from '../python/blocking.ts';
import { pythonIn } from '../python/code.ts';

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
    for (const code of pythonIn(markdown)) {
      const { part, text } = code;
      if (part.verdict === 'bad' || !text.includes('async')) continue;
      for (const { name, line, column, isAwaited, isInAsync } of code.calls) {
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
