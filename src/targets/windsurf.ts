import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import vocabulary from './vocabulary/windsurf.json' with { type: 'json' };

// https://docs.windsurf.com/windsurf/cascade/memories (rules)
// https://docs.windsurf.com/windsurf/cascade/workflows
// https://docs.windsurf.com/windsurf/cascade/skills
// Its successor is `devin`.

export default defineTarget({
  id: 'windsurf',
  title: 'Windsurf',
  marks: ['.windsurf', '.windsurfrules'],
  vocabulary,
  homes: {
    agent: ({ persona }) => ({
      path: `.windsurf/rules/${persona.id}.md`,
      head: { trigger: 'model_decision', description: persona.summary },
    }),
    instruction: ({ slug, summary, globs }) => ({
      path: `.windsurf/rules/${slug}.md`,
      head: { trigger: 'glob', globs: globs.join(','), description: summary },
    }),
    memory: null,
    prompt: ({ slug, summary }) => ({
      path: `.windsurf/workflows/${slug}.md`,
      head: { description: summary },
    }),
    skill: skillIn('.windsurf/skills'),
    spec: null,
  },
  why: {
    memory:
      'Windsurf keeps its memories to itself; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    if (/(^|\/)\.windsurf\/rules\/[^/]+\.md$/.test(path)) return 'instruction';
    if (/(^|\/)\.windsurf\/workflows\/[^/]+\.md$/.test(path)) return 'prompt';
    return undefined;
  },
  keys: {
    instruction: { trigger: 'text!', globs: 'text', description: 'text' },
    prompt: { description: 'text', auto_execution_mode: 'number' },
  },
  modes: [],
  serverTool: (server, tool) => `${server}/${tool}`,
  wholeServer: () => undefined,
  advisory: (persona) =>
    unheld(persona, {
      paths: 'a rule is text: it says so, and holds nobody to it',
      budget: 'a rule has no budget; ours is counted before we write',
      handoffs: 'Windsurf has one agent, and nobody to hand off to; the text names them',
    }),
  description: { most: 1024 },
});
