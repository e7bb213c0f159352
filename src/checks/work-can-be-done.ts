import type { Capability } from '../capability.ts';
import { defineCheck } from '../check.ts';
import { abilitiesOf, abilityOf } from '../rights/effective-tools.ts';
import { judgeTool, toolsIn } from '../rights/tool-names.ts';
import type { Target } from '../target.ts';
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
    const open = isCertain ? [] : unsure(head['tools'], target);
    if (open === undefined) return;

    const told = new Set<Capability>();
    for (const { line, text, above } of outline(markdown)) {
      if (above.some((heading) => others.test(heading.text))) continue;
      const item = itemText(text) ?? text.trim();
      const isDuty =
        itemText(text) !== undefined && above.some((heading) => duties.test(heading.text));
      if (!isDuty && handedOn.test(item)) continue;
      for (const [needed, pattern] of isDuty ? [...needs, ...steps] : steps) {
        if (!pattern.test(item) || can.has(needed) || told.has(needed)) continue;
        // A server may run any tests; only one for Git is likely to commit.
        if (open.length > 0 && (!commits.test(item) || open.some((name) => /git/i.test(name))))
          continue;
        told.add(needed);
        const tools = Object.keys(target.vocabulary.capabilities[needed]?.tools ?? {});
        yield {
          ...(open.length > 0 && { level: 'info' }),
          line,
          says: `"${item.slice(0, 60)}" needs a tool to ${verbs[needed]}, and none of those granted does that in ${target.title}${open.length > 0 ? `, unless ${open.map((name) => `\`${name}\``).join(' or ')} brings one` : ''}.`,
          mend:
            tools.length === 0
              ? 'Leave this to an agent that can do it.'
              : `Grant ${tools.map((tool) => `\`${tool}\``).join(' or ')}, or leave this to an agent that can do it.`,
        };
      }
    }
  },
});

/** The tools of servers that nobody knows; nothing where something else is open too. */
function unsure(value: unknown, target: Target): readonly string[] | undefined {
  const open = (toolsIn(value) ?? []).filter((name) => abilityOf(name, target) === undefined);
  return open.every((name) => judgeTool(name, target).is === 'served') ? open : undefined;
}

const duties =
  /^(what i do|my (job|work|tasks)|(your |core |key |primary )?responsibilities|what you do|duties)\b|\bexecutable commands\b/i;
const others =
  /\b(don'?t|not|never|consult|avoid|examples?|template|checklist|output|deliverables?|format|handoff|users?)\b/i;

const needs: readonly (readonly [Capability, RegExp])[] = [
  [
    'execute',
    /^(?:I )?(?:run|execute) (?:the |all |your )?(?:\w+ )?(?:tests?|linting|linters?|type[- ]check(?:s|ing)?|builds?|migrations?|commands?|test suites?)\b/i,
  ],
  [
    'edit',
    /^(?:I )?(?:write|implement|refactor|fix|edit|update) (?:the |all |any |your )?(?:\w+ )?(?:code|bugs?|endpoints?|(?:unit |integration )?tests|components?|files)\b/i,
  ],
];

/** A step that nobody does without a shell, whatever it stands under. */
const steps: readonly (readonly [Capability, RegExp])[] = [
  [
    'execute',
    /^(?:I )?(?:run|execute|re-?run) (?:the |all |your )?(?:\w+ )?(?:tests|test suites?|linters?|type[- ]check(?:s|er)?)\b|^(?:run|execute) `(?:npm|npx|pnpm|yarn|git|pytest|uv|dotnet|mvn|gradle|cargo|go|make|docker|terraform|az|gh) [^`]+`|^(?:commit|push) (?:the |all |your )?(?:changes?|branch|commits?|work)\b/i,
  ],
];

const commits = /^(?:commit|push)\b|`git /i;

/** "Edit files — always delegate", "Ask the user to run the tests". */
const handedOn =
  /\b(?:delegate|hand(?:ed)? (?:off|over)|ask|user|subagent|never|not|n't|if|when|whether|suggest|recommend|propose)\b/i;

const verbs: Readonly<Partial<Record<Capability, string>>> = {
  execute: 'run commands',
  edit: 'change files',
};
