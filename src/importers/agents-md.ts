import { defineImporter } from '../importer.ts';
import { takeInstruction } from '../intake/instruction.ts';
import { kebab } from '../words.ts';

const file =
  /^(?:(.*)\/)?(AGENTS\.md|CLAUDE\.md|CLAUDE\.local\.md|GEMINI\.md|copilot-instructions\.md|\.cursorrules|\.windsurfrules|\.augment-guidelines)$/;

export default defineImporter({
  name: 'agents-md',
  describes: 'what every agent of a folder is told (`AGENTS.md`, `CLAUDE.md`, `GEMINI.md` …)',
  sources: ['https://agents.md'],
  reads: ({ path }) => file.test(path),
  take: (source) => {
    const [, folder = '', name = 'AGENTS.md'] = file.exec(source.path) ?? [];
    const isOutside = folder.startsWith('/') || folder.split('/').includes('..');
    const below = isOutside ? '' : folder.replace(/(^|\/)\.(github|claude|gemini)$/, '');
    return takeInstruction(source, {
      stem: `${kebab(name)}${below === '' ? '' : `-${kebab(below)}`}`,
      otherwise: { globs: [below === '' ? '**' : `${below}/**`] },
    });
  },
});
