import { defineImporter } from '../importer.ts';
import { takeAgent } from '../intake/agent.ts';
import { globsIn, takeInstruction, takeNothing } from '../intake/instruction.ts';

// https://github.com/dyoshikawa/rulesync/blob/main/docs/reference/file-formats.md

const place = /(?:^|\/)\.rulesync\/([^/]+?)(?:\/(?:.*\/)?([^/]+))?$/;

export default defineImporter({
  name: 'rulesync',
  describes: 'sources of rulesync (`.rulesync/rules`, `.rulesync/subagents`)',
  sources: ['https://github.com/dyoshikawa/rulesync/blob/main/docs/reference/file-formats.md'],
  reads: ({ path }) => place.test(path),

  take: (source, scene) => {
    const [, shelf, file = ''] = place.exec(source.path) ?? [];
    const { head } = source.document;
    if (shelf === 'rules' && file.endsWith('.md')) {
      const isRoot = head['root'] === true || globsIn(head['globs']).length === 0;
      return takeInstruction(source, {
        stem: file.replace(/\.md$/, ''),
        summary: 'description',
        globs: head['root'] === true ? [] : ['globs'],
        said: ['root', 'globs', ...everybody(head['targets'])],
        otherwise: {
          globs: ['**'],
          ...(isRoot &&
            head['root'] !== true && {
              because: 'it names no files, and an instruction of ours applies to some',
            }),
        },
      });
    }
    if (shelf === 'subagents' && file.endsWith('.md')) {
      // Each tool has a block of its own; `name`, `description` and `targets` are for all.
      const tool = ['claudecode', 'copilot'].find((each) => typeof head[each] === 'object');
      const block = (tool === undefined ? {} : head[tool]) as Readonly<Record<string, unknown>>;
      const lost = Object.keys(block).filter((key) => !['tools', 'model'].includes(key));
      const { [tool ?? '']: _, ...rest } = head;
      return takeAgent(
        source,
        {
          target: tool === 'copilot' ? 'copilot' : 'claude',
          stem: file.replace(/\.md$/, ''),
          head: {
            ...rest,
            tools: block['tools'],
            model: block['model'],
            ...Object.fromEntries(lost.map((key) => [key, block[key]])),
          },
          keys: {
            name: 'id',
            description: 'summary',
            tools: 'tools',
            model: 'model',
            ...Object.fromEntries(everybody(head['targets']).map((key) => [key, 'said' as const])),
          },
        },
        scene,
      );
    }
    return takeNothing(
      source,
      shelf === 'commands'
        ? 'a command is a prompt, and no part of a persona'
        : shelf === 'skills'
          ? 'a skill is a file that every tool reads as it is'
          : 'settings of rulesync',
    );
  },
});

/** `targets: ["*"]` says what is so of every persona. Any other choice is one that ours does not make. */
const everybody = (targets: unknown): readonly string[] =>
  Array.isArray(targets) && targets.includes('*') ? ['targets'] : [];
