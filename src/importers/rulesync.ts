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
            ...Object.fromEntries(lost.map((key) => [key, { lost: `a setting of \`${tool}\`` }])),
            ...blocksOf(rest),
            targets: { lost: 'it is written for the tools that one asks for' },
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

/** The blocks that are left: what stands in them is for one tool, and of one tool the list is taken. */
const blocksOf = (head: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.keys(head)
      .filter((key) => typeof head[key] === 'object' && key !== 'targets')
      .map((key) => [key, { lost: `only \`${key}\` reads it, and a persona is for all` }]),
  );

/** `targets: ["*"]` says what is so of every persona. Any other choice is one that ours does not make. */
const everybody = (targets: unknown): readonly string[] =>
  Array.isArray(targets) && targets.includes('*') ? ['targets'] : [];
