import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import vocabulary from './vocabulary/skills.json' with { type: 'json' };

// https://agentskills.io/specification
// Codex, Gemini CLI, OpenCode, VS Code, Cursor and others look for them in .agents/skills.

const skill = skillIn('.agents/skills');

export default defineTarget({
  id: 'skills',
  title: 'Agent Skills',
  marks: ['.agents/skills'],
  vocabulary,
  homes: {
    // `allowed-tools` only spares questions, and takes nothing away: it is left out.
    agent: ({ persona }) => skill({ slug: persona.id, summary: persona.summary }),
    instruction: ({ slug, summary, globs }) =>
      skill({ slug, summary: `${summary} Use when you change ${globs.join(', ')}.` }),
    memory: null,
    prompt: skill,
    skill,
    spec: null,
  },
  why: {
    memory: 'A skill is how to do something; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  // Whose skills are whose is not to be seen: `place.ts` knows them all.
  reads: () => undefined,
  keys: {},
  modes: [],
  serverTool: (server, tool) => `${server}/${tool}`,
  wholeServer: () => undefined,
  advisory: (persona) =>
    unheld(persona, {
      paths: 'a skill is text: it says so, and holds nobody to it',
      budget: 'a skill has no budget; ours is counted before we write',
      handoffs: 'a skill has no hand-offs; the text names them',
    }),
  description: { most: 1024 },
});
