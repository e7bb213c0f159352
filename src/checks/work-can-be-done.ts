import type { Capability } from '../capability.ts';
import { defineCheck } from '../check.ts';
import { abilitiesOf } from '../rights/effective-tools.ts';
import { itemText, outline } from '../text/outline.ts';

export default defineCheck({
  name: 'work-can-be-done',
  level: 'warning',
  why: 'An agent that is promised as one who runs the tests, and has nothing to run them with, says that they pass.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: Tests\ntools: Read, Edit, Bash\n---\n\n## What I do\n\n- Run the tests\n',
  },
  bad: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: Tests\ntools: Read, Edit\n---\n\n## What I do\n\n- Run the tests\n',
  },

  *remarks({ document: { head }, markdown, place: { target } }) {
    if (target === undefined || head['tools'] === undefined) return;
    const { can, isCertain } = abilitiesOf(head, target);
    if (!isCertain) return;

    const told = new Set<Capability>();
    for (const { line, text, above } of outline(markdown)) {
      if (!above.some((heading) => duties.test(heading.text))) continue;
      if (above.some((heading) => others.test(heading.text))) continue;
      const item = itemText(text) ?? '';
      for (const [needed, pattern] of needs) {
        if (!pattern.test(item) || can.has(needed) || told.has(needed)) continue;
        told.add(needed);
        const tools = Object.keys(target.vocabulary.capabilities[needed]?.tools ?? {});
        yield {
          line,
          says: `"${item.slice(0, 60)}" needs a tool to ${verbs[needed]}, and none of those granted does that in ${target.title}.`,
          mend:
            tools.length === 0
              ? 'Leave this to an agent that can do it.'
              : `Grant ${tools.map((tool) => `\`${tool}\``).join(' or ')}, or leave this to an agent that can do it.`,
        };
      }
    }
  },
});

const duties =
  /^(what i do|my (job|work|tasks)|(your |core |key |primary )?responsibilities|what you do|duties)\b|\bexecutable commands\b/i;
const others = /\b(don'?t|not|never|consult|avoid)\b/i;

const needs: readonly (readonly [Capability, RegExp])[] = [
  [
    'execute',
    /^(?:run|execute) (?:the |all |your )?(?:\w+ )?(?:tests?|linting|linters?|type[- ]check(?:s|ing)?|builds?|migrations?|commands?|test suites?)\b/i,
  ],
  [
    'edit',
    /^(?:write|implement|refactor|fix|edit|update) (?:the |all |any |your )?(?:\w+ )?(?:code|bugs?|endpoints?|(?:unit |integration )?tests|components?|files)\b/i,
  ],
];

const verbs: Readonly<Partial<Record<Capability, string>>> = {
  execute: 'run commands',
  edit: 'change files',
};
