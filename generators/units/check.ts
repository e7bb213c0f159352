import { capabilityNames } from '../../src/capability.ts';
import { nameQuestion, onShelf, refuseTaken } from '../../src/compose/unit.ts';
import { defineGenerator } from '../../src/generator.ts';
import { answerRefused } from '../../src/problems.ts';
import { text } from '../../src/questions.ts';

export default defineGenerator({
  name: 'check',
  describes: 'For contributors: a check of src/checks/, with its test and its line on the shelf',
  examples: ['npx plop check tools-are-sorted'],
  keepsNoManifest: true,

  questions: [nameQuestion('What is true when all is well (tools-are-sorted)?')],

  plan(answers, workspace) {
    const name = text(answers['name']);
    const topics: readonly string[] = [...workspace.conventions.keys(), ...capabilityNames];
    if (!name.includes('-') || topics.includes(name)) throw answerRefused('name', name, mend);

    const files = [
      { path: `src/checks/${name}.ts`, text: source(name) },
      { path: `test/checks/${name}.test.ts`, text: testOf(name) },
    ];
    refuseTaken(name, files, workspace);
    return {
      generator: 'check',
      files: [...files, onShelf('src/checks/index.ts', name, workspace)],
      next: [
        `Say why, and write the good and the bad example: src/checks/${name}.ts.`,
        '`npm test` fails on the bad one until `remarks` finds it.',
      ],
    };
  },
});

const mend =
  'A check is named by what is true when all is well, such as `tools-are-known`, and not as a convention or a capability: `explain` knows all three by name.';

const source = (name: string) => `import { defineCheck } from '../check.ts';

export default defineCheck({
  name: '${name}',
  level: 'error',
  why: 'FILL IN: why the rule exists. If you cannot say it in two sentences, it is two rules or none.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: '# FILL IN: the smallest file that passes\\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '# FILL IN: the smallest file that does not\\n',
  },

  *remarks({ lines }) {
    for (const [index, line] of lines.entries()) {
      if (isFine(line)) continue;

      yield {
        line: index + 1,
        says: 'FILL IN: what is wrong.',
        mend: 'FILL IN: what to do about it.',
      };
    }
  },
});

// FILL IN: what tells a good line from a bad one. While every line is fine, nothing is found.
const isFine = (_line: string) => true;
`;

const testOf = (name: string) => `import { expect, test } from 'vitest';
import check from '../../src/checks/${name}.ts';
import { claude, findings } from '../support/checks.ts';

test.each([
  ['FILL IN: an edge that must be found, in words', '# A\\n\\nText.\\n', [3]],
  ['FILL IN: an edge that must not', '# A\\n\\nText.\\n', []],
])('%s', (_, text, lines) => {
  expect(findings(check, claude(text)).map(({ line }) => line)).toEqual(lines);
});
`;
