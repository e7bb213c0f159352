import { defineImporter } from '../importer.ts';
import { takeAgent } from '../intake/agent.ts';
import { takeInstruction, takeNothing } from '../intake/instruction.ts';

// https://github.com/intellectronica/ruler: every Markdown file of the folder is for every agent.

const place = /(?:^|\/)\.ruler\/(.+)$/;

export default defineImporter({
  name: 'ruler',
  describes: 'sources of ruler (`.ruler/*.md`, `.ruler/agents/*.md`)',
  sources: ['https://github.com/intellectronica/ruler'],
  reads: ({ path }) => place.test(path),

  take: (source, scene) => {
    const inside = place.exec(source.path)?.[1] ?? '';
    const agent = /^(?:sub)?agents\/(?:.*\/)?([^/]+)\.md$/.exec(inside);
    if (agent !== null)
      return takeAgent(
        source,
        {
          target: 'claude',
          stem: agent[1],
          keys: { name: 'id', description: 'summary', tools: 'tools', model: 'model' },
        },
        scene,
      );
    if (inside.startsWith('skills/'))
      return takeNothing(source, 'a skill is a file that every tool reads as it is');
    if (inside.endsWith('.md'))
      return takeInstruction(source, {
        stem: inside.replace(/\.md$/, ''),
        otherwise: { globs: ['**'] },
      });
    return takeNothing(source, 'settings of ruler');
  },
});
