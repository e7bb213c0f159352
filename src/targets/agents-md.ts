import { scopedSection, withSection } from '../text/marked-section.ts';
import type { Handoff, Persona } from '../persona.ts';
import { defineTarget, specsElsewhere, unheld } from '../target.ts';
import { capabilities } from '../capability.ts';
import vocabulary from './vocabulary/agents-md.json' with { type: 'json' };

// https://agents.md: plain Markdown without front matter; the file nearest to what is edited wins.

export default defineTarget({
  id: 'agents-md',
  title: 'AGENTS.md',
  marks: ['AGENTS.md'],
  vocabulary,
  homes: {
    // Every agent reads all of it, whoever it is: so who does what, and no voice.
    agent: ({ persona }) => ({
      path: 'AGENTS.md',
      into: (there) => withSection('AGENTS.md', there, persona.id, digest(persona)),
    }),
    instruction: (artifact) => scopedSection('AGENTS.md', artifact),
    memory: null,
    prompt: null,
    skill: null,
    spec: null,
  },
  why: {
    memory: 'All of the file is read every time; what the team learned stands in .persona/memory/.',
    prompt: 'The file has no prompts; the target `skills` writes one as a skill.',
    skill: 'Skills stand beside the file: the target `skills` writes them.',
    spec: specsElsewhere,
  },
  reads: (path) => (/(^|\/)AGENTS\.md$/.test(path) ? 'instruction' : undefined),
  keys: {},
  modes: [],
  serverTool: (server, tool) => `${server}/${tool}`,
  wholeServer: () => undefined,
  advisory: (persona) =>
    unheld(persona, {
      paths: 'AGENTS.md is text: it says so, and holds nobody to it',
      budget: 'AGENTS.md has no budget; ours is counted before we write',
      handoffs: 'AGENTS.md is one text for every agent; it names them',
      text: 'every agent reads AGENTS.md, whoever it is: it says who does what, in a table',
    }),
  description: { most: 1024 },
});

function digest({ id, title, summary, focus, can, paths, servers, handoffs, gates }: Persona) {
  const may = (has: boolean) =>
    capabilities.filter(({ name }) => can.includes(name) === has).map(({ says }) => says);
  const others = (verb: Handoff['how']) =>
    handoffs
      .filter(({ how }) => how === verb)
      .map(({ to, for: what }) => `\`${to}\` for ${what}`)
      .join('; ');
  const rows = [
    ['Works on', focus.join(', ')],
    ['May', may(true).join('; ')],
    ['May not', may(false).join('; ')],
    ['Uses of servers only', servers.join(', ') || 'none'],
    ['Never changes', paths.deny.map((glob) => `\`${glob}\``).join(', ')],
    ['Consults', others('consult')],
    ['Delegates to', others('delegate')],
    [
      'Branch coverage',
      gates === undefined
        ? ''
        : `${gates.development}% in development, ${gates.staging}% in staging, ${gates.production}% in production`,
    ],
  ].filter(([, says]) => says !== '');
  const table = rows
    .map(([what, says]) => `| ${what} | ${says!.replaceAll('|', '\\|')} |`)
    .join('\n');
  return `## ${title} (\`${id}\`)\n\n${summary}\n\n| | |\n| --- | --- |\n${table}\n`;
}
