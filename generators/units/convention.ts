import { capabilityNames } from '../../src/capability.ts';
import { nameQuestion, onShelf, refuseTaken } from '../../src/compose/unit.ts';
import { defineGenerator } from '../../src/generator.ts';
import { answerRefused } from '../../src/problems.ts';
import { text } from '../../src/questions.ts';

export default defineGenerator({
  name: 'convention',
  describes:
    'For contributors: a convention of templates/conventions/, and the check that holds it',
  examples: ['npx plop convention small-functions', 'npx plop convention kind-reviews nothing'],
  keepsNoManifest: true,

  questions: [
    nameQuestion('What is kept, in a few words (small-functions)?'),
    {
      name: 'held',
      kind: 'one',
      quiet: true,
      asks: 'What holds it',
      of: () => [
        { value: 'check', title: 'A check of the code' },
        { value: 'gate', title: 'A gate of `create-persona verify`' },
        { value: 'nothing', title: 'Nothing of ours: a person, or another tool' },
      ],
      default: 'check',
    },
  ],

  plan(answers, workspace) {
    const name = text(answers['name']);
    const held = text(answers['held']) || 'check';
    const names: readonly string[] = capabilityNames;
    if (names.includes(name) || workspace.project.has(`src/checks/${name}.ts`))
      throw answerRefused('name', name, 'That is a check or a capability. Choose another name.');

    const path = `templates/conventions/${name}.md`;
    const check = `src/code-checks/${name}.ts`;
    const files = [
      { path, text: source(name, holder(held, name)) },
      ...(held === 'check' ? [{ path: check, text: checkOf(name) }] : []),
    ];
    refuseTaken(name, files, workspace);
    return {
      generator: 'convention',
      files: [
        ...files,
        ...(held === 'check' ? [onShelf('src/code-checks/index.ts', name, workspace)] : []),
      ],
      next: [
        `Say the rule, why, and what good and bad look like: ${path}.`,
        ...(held === 'check' ? [`Find what the bad example does: ${check}.`] : []),
        'Name it under `conventions:` or `keeps:` of each persona that keeps it (templates/personas/).',
        '`npm test` fails while a FILL IN is left.',
      ],
    };
  },
});

const holder = (held: string, name: string) =>
  ({
    check: `check: ${name}`,
    gate: 'check:\n  gate: lint\n  because: "FILL IN: why no look at the code can tell."',
    nothing: 'check:\n  nothing: "FILL IN: why, and who holds it then."',
  })[held] ?? `check: ${name}`;

const source = (name: string, check: string) => `---
id: ${name}
title: "FILL IN: a title of few words"
part: standards
stack: python
applies: ["**/*.py"]
rule: "FILL IN: the convention in one sentence."
ruff: []
${check}
skeleton:
  stays: "FILL IN: why generated code cannot be without it; or drops, and what it is then without."
---

FILL IN: what goes wrong without it, in two or three sentences.

- FILL IN: what to do in a case that comes up often.

## Good

\`\`\`python
# FILL IN: code that keeps it, and runs
\`\`\`

## Bad

\`\`\`python
# FILL IN: the same code, as it is without
\`\`\`
`;

const checkOf = (name: string) => `import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: '${name}',
  why: 'FILL IN: what it finds, and what no look at the code can tell.',
  example: 'src/app/example.py',

  *remarks(module) {
    for (const fn of module.all('function_definition')) {
      if (isFine(fn)) continue;

      yield {
        ...at(fn),
        says: 'FILL IN: what is wrong.',
        mend: 'FILL IN: what to do about it.',
      };
    }
  },
});

// FILL IN: what tells good code from bad. While all is fine, the bad example is not caught.
const isFine = (_fn: Node) => true;
`;
