import { nameQuestion, onList, onShelf, refuseTaken } from '../../src/compose/unit.ts';
import { defineGenerator, type Workspace } from '../../src/generator.ts';
import { answerRefused } from '../../src/problems.ts';
import { text } from '../../src/questions.ts';

const words = 'src/reserved.ts';

export default defineGenerator({
  name: 'generator',
  describes: 'For contributors: a generator, with its template, a golden case and its lines',
  examples: ['npx plop generator runbook'],
  keepsNoManifest: true,

  questions: [nameQuestion('What does it make, in the singular (runbook)?')],

  plan(answers, workspace) {
    const name = text(answers['name']);
    if (isSpoken(name, workspace)) throw answerRefused('name', name, mend);

    const files = [
      { path: `generators/${name}.ts`, text: source(name) },
      { path: `templates/primitives/${name}.md.hbs`, text: template },
      { path: `test/golden/${name}/answers.json`, text: answersOf(name) },
    ];
    refuseTaken(name, files, workspace);
    return {
      generator: 'generator',
      files: [
        ...files,
        onShelf('generators/index.ts', name, workspace),
        onList(words, `'${name}'`, workspace),
      ],
      next: [
        `Write the questions and the plan: generators/${name}.ts.`,
        `Write what it makes: templates/primitives/${name}.md.hbs.`,
        `\`npm test\` fails on the golden case until \`npm run golden\` has filled test/golden/${name}/.`,
      ],
    };
  },
});

const mend = 'That is what a command or a persona is called. Choose another name.';

/** A command line begins with a command, a generator or a persona: no two may share a name. */
const isSpoken = (name: string, { personas, project }: Workspace) =>
  personas.has(name) ||
  (project.read(words)?.includes(`'${name}'`) && !project.has(`generators/${name}.ts`));

const source = (name: string) => `import { defineGenerator } from '../src/generator.ts';
import { text } from '../src/questions.ts';
import { kebab } from '../src/words.ts';

const template = 'primitives/${name}.md.hbs';

export default defineGenerator({
  name: '${name}',
  describes: 'FILL IN: what one gets, in one line of \`--help\`',
  examples: ['create-persona ${name} "First try"'],

  questions: [
    {
      name: 'name',
      kind: 'text',
      asks: 'What is it called?',
      refuse: (answer) => kebab(answer) === '' && 'Give it a title of letters or digits.',
    },
  ],

  plan(answers, { render }) {
    const title = text(answers['name']);
    return {
      generator: '${name}',
      files: [
        {
          path: \`docs/\${kebab(title)}.md\`,
          text: render.text(template, { title }),
          template: render.version(template),
        },
      ],
    };
  },
});
`;

const template = `# {{title}}

FILL IN: what one gets. The names in braces are those of the view.
`;

const answersOf = (name: string) => `{
  "generator": "${name}",
  "name": "First try"
}
`;
