import { capabilityNames } from '../../src/capability.ts';
import { nameQuestion, refuseTaken } from '../../src/compose/unit.ts';
import { defineGenerator } from '../../src/generator.ts';
import { answerRefused } from '../../src/problems.ts';
import { text } from '../../src/questions.ts';

export default defineGenerator({
  name: 'convention',
  describes: 'For contributors: a convention of templates/conventions/, which needs no line',
  examples: ['npx plop convention small-functions'],
  keepsNoManifest: true,

  questions: [nameQuestion('What is kept, in a few words (small-functions)?')],

  plan(answers, workspace) {
    const name = text(answers['name']);
    const names: readonly string[] = capabilityNames;
    if (names.includes(name) || workspace.project.has(`src/checks/${name}.ts`))
      throw answerRefused('name', name, 'That is a check or a capability. Choose another name.');

    const path = `templates/conventions/${name}.md`;
    const files = [{ path, text: source(name) }];
    refuseTaken(name, files, workspace);
    return {
      generator: 'convention',
      files,
      next: [
        `Say the rule, why, and what good and bad look like: ${path}.`,
        'Name it under `conventions:` of each persona that keeps it (templates/personas/).',
        '`npm test` fails while a FILL IN is left.',
      ],
    };
  },
});

const source = (name: string) => `---
id: ${name}
title: "FILL IN: a title of few words"
part: standards
stack: python
applies: ["**/*.py"]
rule: "FILL IN: the convention in one sentence."
ruff: []
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
