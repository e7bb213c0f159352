import { defineCheck } from '../check.ts';
import { pythonIn } from '../python/code.ts';

export default defineCheck({
  name: 'python-parses',
  level: 'warning',
  why: 'An agent takes an example over as it stands. One that is no Python teaches it to write what does not run.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: '```python\nasync def run() -> None:\n    ...\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```python\nasync def run() -> None\n    return 1\n```\n',
  },

  *remarks({ markdown }) {
    for (const { fault, part, text } of pythonIn(markdown)) {
      if (fault === undefined || part.verdict === 'bad' || isSketch(text) || areMarks.test(text))
        continue;
      yield {
        ...fault,
        says: 'This example is no Python: it cannot be read from here on.',
        mend: 'Mend it, or give the fence the language that it is in.',
      };
    }
  },
});

/** A session, a notebook, a template, or a sketch with holes that a reader understands. */
const isSketch = (text: string) =>
  /^\s*(>>>|In \[|[%!]\w|\$ )|^\s*(\.\.\.|…)\s*$|\{\{|\{%|…|<\w+>|\.\.\.\w|[(,]\s*\.\.\.|\bprint "/m.test(
    text,
  );

/** Decorators alone, as a list of those that there are. */
const areMarks = /^(?:\s*(?:@.*|#.*)?\n?)+$/;
