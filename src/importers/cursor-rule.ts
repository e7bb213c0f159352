import { defineImporter } from '../importer.ts';
import { takeInstruction } from '../intake/instruction.ts';

export default defineImporter({
  name: 'cursor-rule',
  describes: 'rules of Cursor (`.cursor/rules/*.mdc`)',
  sources: ['https://docs.cursor.com/context/rules'],
  reads: ({ path }) => /\.mdc$/.test(path),
  take: (source) => {
    const isAlways = source.document.head['alwaysApply'] === true;
    return takeInstruction(source, {
      stem: /([^/]+)\.mdc$/.exec(source.path)?.[1] ?? 'rule',
      summary: 'description',
      globs: isAlways ? [] : ['globs'],
      said: ['alwaysApply', 'globs'],
      otherwise: {
        globs: ['**'],
        ...(!isAlways && {
          because:
            'Cursor takes it when asked for, or when its description fits; elsewhere a rule has files',
        }),
      },
    });
  },
});
