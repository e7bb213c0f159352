import { defineCheck } from '../check.ts';
import { examplesIn } from '../text/examples.ts';

export default defineCheck({
  name: 'examples-stand-alone',
  level: 'info',
  why: 'A good and a bad example in one fence are one piece of code to whoever copies it, and the bad one comes last: it is the one that counts.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: 'Good:\n\n```python\ndef f(x: int) -> int: ...\n```\n\nBad:\n\n```python\ndef f(x): ...\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```python\n# ✅ Good\ndef f(x: int) -> int: ...\n\n# ❌ Bad\ndef f(x): ...\n```\n',
  },

  *remarks({ markdown }) {
    for (const { fence, parts } of examplesIn(markdown)) {
      const good = parts.find(({ verdict }) => verdict === 'good');
      const bad = parts.find(({ verdict }) => verdict === 'bad');
      if (good === undefined || bad === undefined) continue;
      const twice = definedIn(good.lines).find((name) => definedIn(bad.lines).includes(name));
      yield {
        level: twice === undefined ? 'info' : 'warning',
        line: fence.line,
        says: `A good and a bad example share this fence (lines ${fence.line + 1 + good.from} and ${fence.line + 1 + bad.from})${twice === undefined ? '' : `, and both define \`${twice}\`: the second one counts`}.`,
        mend: 'Give each a fence of its own, with "Good:" and "Bad:" above them.',
      };
    }
  },
});

/** ruff F811 */
const definedIn = (lines: readonly string[]) =>
  lines.flatMap((line) => /^(?:async )?(?:def|class|function) (\w+)/.exec(line)?.[1] ?? []);
