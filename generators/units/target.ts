import { nameQuestion, onShelf, refuseTaken } from '../../src/compose/unit.ts';
import { defineGenerator } from '../../src/generator.ts';
import { text } from '../../src/questions.ts';

export default defineGenerator({
  name: 'target',
  describes: 'For contributors: an agent tool to write for, with its vocabulary, test and line',
  examples: ['npx plop target zed'],
  keepsNoManifest: true,

  questions: [nameQuestion('What is the tool called (zed)?')],

  plan(answers, workspace) {
    const name = text(answers['name']);
    const files = [
      { path: `src/targets/${name}.ts`, text: source(name) },
      { path: `src/targets/vocabulary/${name}.json`, text: vocabulary(workspace.today) },
      { path: `test/targets/${name}.test.ts`, text: testOf(name) },
    ];
    refuseTaken(name, files, workspace);
    return {
      generator: 'target',
      files: [...files, onShelf('src/targets/index.ts', name, workspace)],
      next: [
        `Say where the tool keeps what, and link to where it says so: src/targets/${name}.ts.`,
        `Name its tools: src/targets/vocabulary/${name}.json.`,
        '`npm test` fails until the agent file is the one that the tool documents.',
      ],
    };
  },
});

const source = (
  name: string,
) => `import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import vocabulary from './vocabulary/${name}.json' with { type: 'json' };

// FILL IN: links to the pages that say where the tool looks, and which keys it reads

export default defineTarget({
  id: '${name}',
  title: 'FILL IN: its name, as its makers write it',
  marks: ['.${name}'],
  vocabulary,
  // FILL IN: where each kind of file lives, \`null\` where the tool has no place for it
  homes: {
    agent: ({ persona, grant }) => ({
      path: \`.${name}/agents/\${persona.id}.md\`,
      head: { name: persona.id, description: persona.summary, tools: grant.tools },
    }),
    instruction: ({ slug, summary, globs }) => ({
      path: \`.${name}/instructions/\${slug}.md\`,
      head: { description: summary, globs },
    }),
    memory: null,
    prompt: null,
    skill: skillIn('.agents/skills'),
    spec: null,
  },
  why: {
    memory: 'FILL IN: what the tool does instead.',
    prompt: 'FILL IN: what the tool does instead.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    if (/(^|\\/)\\.${name}\\/agents\\/[^/]+\\.md$/.test(path)) return 'agent';
    if (/(^|\\/)\\.${name}\\/instructions\\/[^/]+\\.md$/.test(path)) return 'instruction';
    return undefined;
  },
  // FILL IN: every key that the tool reads, \`!\` where it must be there
  keys: {
    agent: { name: 'text!', description: 'text!', tools: 'texts' },
    instruction: { description: 'text', globs: 'texts' },
  },
  serverTool: (server, tool) => \`\${server}/\${tool}\`,
  wholeServer: () => undefined,
  advisory: (persona) =>
    unheld(persona, {
      paths: 'FILL IN: what the tool lacks, so that nothing enforces it',
      budget: 'FILL IN: what the tool lacks; ours is counted before we write',
      handoffs: 'FILL IN: what the tool lacks; the text names them',
    }),
  description: { most: 1024 },
});
`;

const vocabulary = (today: string) => `{
  "asOf": "${today}",
  "sources": ["FILL IN: the page that lists the tools"],
  "capabilities": {
    "read": { "tools": { "FILL IN": "read files" } }
  },
  "known": [],
  "renamed": {},
  "gone": []
}
`;

const testOf = (name: string) => `import { expect, test } from 'vitest';
import { agentFile } from '../../src/compose/agent.ts';
import { parseDocument } from '../../src/front-matter.ts';
import target from '../../src/targets/${name}.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';

test('the architect becomes the agent file that the tool documents', async () => {
  const project = memoryTree({});
  const workspace = await openWorkspace('', { project, today: '2026-01-02', folder: 'demo' });
  const architect = workspace.personas.get('architect')!;

  const { file } = agentFile(architect, target, workspace, () => false);

  expect(file.path).toBe('.${name}/agents/architect.md');
  expect(parseDocument(file.text).head).toEqual({
    'FILL IN': 'each key and its value, as in the example of the documentation',
  });
});
`;
