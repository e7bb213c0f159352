import { defineCheck, type Remark } from '../check.ts';
import { type Mark, pythonIn } from '../python/code.ts';

export default defineCheck({
  name: 'python-examples-are-sound',
  level: 'info',
  why: 'What an example does in passing is copied with it: an exception that hides its cause, a parameter that hides a builtin, a test that asserts nothing.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: '```python\ndef age(text: str) -> int:\n    try:\n        return int(text)\n    except ValueError as error:\n        raise KeyError(text) from error\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```python\ndef age(input):\n    try:\n        return int(input)\n    except ValueError:\n        raise KeyError(input)\n\n\ndef test_age():\n    ...\n```\n',
  },

  *remarks({ markdown }) {
    for (const { marks, part } of pythonIn(markdown)) {
      if (part.verdict === 'bad') continue;
      for (const mark of marks) {
        // Arguments of tests are named after their cases, and read by nobody but the test.
        yield { line: mark.line, column: mark.column, ...words[mark.is](mark) };
      }
    }
  },
});

const words: Readonly<Record<Mark['is'], (mark: Mark) => Remark>> = {
  // https://docs.python.org/3/howto/errors.html, ruff E722
  'bare except': () => ({
    level: 'warning',
    says: '`except:` catches everything, Ctrl-C and the end of the process too.',
    mend: 'Name the exception that is expected.',
  }),
  // ruff B904
  'raise without from': ({ name }) => ({
    says: `\`${name.trim()}\` is raised without \`from\`: it reads as if the handler itself had failed.`,
    mend: 'Write `raise … from error`, or `from None` to hide the cause on purpose.',
  }),
  // ruff A002
  shadowed: ({ name }) => ({
    says: `The parameter \`${name}\` hides the builtin of that name.`,
    mend: 'Give it another name.',
  }),
  'test without assert': ({ name }) => ({
    says: `\`${name}\` asserts nothing: as an example it teaches a test that always passes.`,
    mend: 'Write the three steps out, or leave the test away.',
  }),
};
