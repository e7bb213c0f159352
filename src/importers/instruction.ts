import { defineImporter } from '../importer.ts';
import { takeInstruction } from '../intake/instruction.ts';

const place =
  /(?:^|\/)(?:([^/]+?)(?:\.instructions)+\.md|\.(?:augment|claude|devin|windsurf)\/rules\/(?:.*\/)?([^/]+)\.mdx?)$/;

export default defineImporter({
  name: 'instruction',
  describes: 'instructions for some files (`*.instructions.md`, `.claude/rules`, `.augment/rules`)',
  sources: [
    'https://code.visualstudio.com/docs/copilot/customization/custom-instructions',
    'https://docs.augmentcode.com/cli/rules',
  ],
  reads: ({ path }) => place.test(path),
  take: (source) => {
    const { head } = source.document;
    const isAlways = head['type'] === 'always_apply' || head['trigger'] === 'always_on';
    const [, stem, rule] = place.exec(source.path) ?? [];
    return takeInstruction(source, {
      stem: stem ?? rule ?? 'instruction',
      title: 'name' in head ? 'name' : 'title',
      summary: 'description',
      globs: ['applyTo', 'paths', 'globs'],
      said: isAlways ? ['type', 'trigger'] : [],
      otherwise: {
        globs: ['**'],
        ...(!isAlways && {
          because: 'it names no files, and an instruction of ours applies to some',
        }),
      },
    });
  },
});
