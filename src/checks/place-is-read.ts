import { defineCheck } from '../check.ts';
import { stemOf } from '../agents/roster.ts';
import { unreadBecause } from '../rights/unread.ts';

export default defineCheck({
  name: 'place-is-read',
  level: 'warning',
  why: 'An agent file in a place that no tool looks into is only documentation: nothing in it ever takes effect, and no tool says so.',
  reads: ({ target }) => target !== undefined,

  good: {
    path: '.github/agents/tester.agent.md',
    text: '---\ndescription: Writes tests\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.github/chatmodes/tester.chatmode.md',
    text: '---\ndescription: Writes tests\n---\n\nI write tests.\n',
  },

  *remarks({ path, place, markdown }, { asOf }) {
    const { target, kind } = place;
    for (const { line, column, text } of markdown.spans) {
      const meant = unread(text);
      if (meant === undefined) continue;
      yield {
        line,
        column,
        says: `No tool reads instructions from \`${text}\`: what stands there never takes effect.`,
        mend: `Write \`${meant}\`.`,
      };
    }
    const because = target && unreadBecause(path, target, asOf);
    if (target === undefined || because === undefined) return;
    const stem = stemOf(path);
    const twin = twins[kind]?.(stem);
    if (target.id === 'augment') {
      if (twin === undefined) return;
      yield {
        level: 'info',
        says: `No editor loads this file from here today; people read it, and agents that are told to.`,
        mend: `To have Augment load it, keep it in \`${twin}\` too.`,
      };
    } else {
      yield {
        says: `${because}, so nothing in this file takes effect.`,
        mend: `Move it to \`.github/agents/${stem}.agent.md\`.`,
      };
    }
  },
});

/**
 * The path that was meant by one under `.github` that looks like a place of Copilot, and is none.
 * https://docs.github.com/en/copilot/how-tos/configure-custom-instructions/add-repository-instructions
 */
function unread(path: string): string | undefined {
  if (/^\.github\/(?:copilot\/(?:copilot-)?instructions|copilot[-_]?instruction)\.md$/.test(path))
    return '.github/copilot-instructions.md';
  const [, folder, name] =
    /^(\.github\/(?:instructions|prompts)\/(?:[\w.-]+\/)*)(?!README\.)([\w-]+)(?:\.(?:instruction|prompts))?\.md$/.exec(
      path,
    ) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  return `${folder}${name}.${folder.startsWith('.github/prompts') ? 'prompt' : 'instructions'}.md`;
}

/** Where Augment does look. https://docs.augmentcode.com/cli/subagents, /cli/rules, /cli/custom-commands */
const twins: Readonly<Partial<Record<string, (stem: string) => string>>> = {
  agent: (stem) => `.augment/agents/${stem}.md`,
  instruction: (stem) => `.augment/rules/${stem}.md`,
  prompt: (stem) => `.augment/commands/${stem}.md`,
};
