import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import type { Markdown } from '../text/markdown.ts';
import type { Target } from '../target.ts';
import { toolsCalled, toolsLeft } from '../text/tools-called.ts';
import { abilityOf } from '../rights/effective-tools.ts';
import { isGranted, judgeTool, toolsIn } from '../rights/tool-names.ts';

export default defineCheck({
  name: 'body-tools-are-granted',
  level: 'error',
  why: 'The text tells an agent to use a tool that its front matter does not grant: it tries, fails, and finds another way. A tool that is granted and never named is a right that nobody thought of.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.augment/chatmodes/tester.chatmode.md',
    text: '---\ndescription: Writes tests\ntools: [view, save-file]\n---\n\n## Allowed Tools\n\n- `view` - read code\n- `save-file` - create tests\n',
  },
  bad: {
    path: '.augment/chatmodes/tester.chatmode.md',
    text: '---\ndescription: Writes tests\ntools: [view, save-file]\n---\n\n## Allowed Tools\n\n- `view` - read code\n- `launch-process` - run tests\n',
  },

  *remarks(file) {
    const { document, markdown, place } = file;
    const { target } = place;
    const granted = toolsIn(document.head['tools']);
    if (target === undefined || granted === undefined) return;

    const named = toolItems(markdown);
    for (const { name, line, column, isAllowed } of named) {
      if (isGranted(name, granted, target)) continue;
      // Elsewhere than under "Allowed Tools" a list of tools is as often one of programs.
      const { is } = judgeTool(name, target);
      if (!isAllowed && is === 'unknown') continue;
      if (is === 'unknown' && granted.some((each) => each.endsWith('*'))) continue;
      yield {
        line,
        column,
        says: `The text gives the agent \`${name}\`, and the front matter does not grant it.`,
        mend: `Add \`${name}\` to \`tools\`, or take it out here.`,
      };
    }

    yield* called(file, granted, target);
    yield* left(file, granted, target);
    if (target.id === 'copilot') {
      for (const { line, text } of markdown.prose) {
        for (const found of text.matchAll(/#tool:([\w-][\w./-]*[\w*])/g)) {
          const name = found[1]!;
          if (isGranted(name, granted, target)) continue;
          if (text[found.index - 1] === '`' && isManual.test(text)) continue;
          yield {
            // As the editor has it; a set of tools of somebody's own may bring it.
            level: 'warning',
            line,
            column: found.index + 1,
            says: `\`#tool:${name}\` calls for a tool that the front matter does not grant.`,
            mend: `Add \`${name}\` to \`tools\`, or take it out here.`,
          };
        }
      }
    } else if (file.text.includes('#tool:')) yield* foreign(file, target);

    const allowed = named.filter(({ isAllowed }) => isAllowed).map(({ name }) => name);
    if (allowed.length === 0) return;
    for (const name of granted) {
      if (
        allowed.some((each) => isGranted(each, [name], target) || isGranted(name, [each], target))
      )
        continue;
      yield {
        level: 'warning',
        ...placeInHead(file, ['tools'], name),
        says: `\`${name}\` is granted, and the text says nowhere among the allowed tools what it is for.`,
        mend: `Name it under the allowed tools, or take it out of \`tools\`.`,
      };
    }
  },
});

/** The text says "no tool but these", and the front matter grants more. */
function* left(file: TextFile, granted: readonly string[], target: Target): Iterable<Remark> {
  const inside = target.vocabulary.inside ?? {};
  const limit = toolsLeft(file.markdown);
  const names = limit?.names.map((name) => inside[name] ?? name) ?? [];
  if (limit === undefined || !names.every((name) => isThere(name, target))) return;
  const more = granted.filter(
    (name) =>
      isThere(name, target) &&
      !names.some((each) => isGranted(each, [name], target) || isGranted(name, [each], target)),
  );
  if (more.length === 0) return;
  // A subagent that is no agent of its own has the tools of whoever starts it, so these may be for it.
  const isPassedOn = names.some((name) => abilityOf(name, target)?.includes('delegate'));
  yield {
    level: isPassedOn ? 'info' : 'warning',
    ...placeInHead(file, ['tools'], more[0]),
    says: `Line ${limit.line} leaves the agent no tool but ${limit.names.map((name) => `\`${name}\``).join(' and ')}, and the front matter grants ${more.map((name) => `\`${name}\``).join(', ')} too.`,
    mend: isPassedOn
      ? 'Give the subagents a list of their own, and take these out here.'
      : 'Take out of `tools` what the text forbids.',
  };
}

const isThere = (name: string, target: Target) =>
  ['known', 'renamed'].includes(judgeTool(name, target).is);

/** A sentence that tells to use a tool by name, and is no list under a heading. */
function* called(
  { markdown }: TextFile,
  granted: readonly string[],
  target: Target,
): Iterable<Remark> {
  const inside = target.vocabulary.inside ?? {};
  const told = new Set<string>();
  for (const { name, line, column, isSaid } of toolsCalled(markdown)) {
    const listed = inside[name] ?? name;
    if (told.has(listed) || (!isSaid && listed === name)) continue;
    if (!isThere(listed, target) || isGranted(listed, granted, target)) continue;
    told.add(listed);
    yield {
      level: 'warning',
      line,
      column,
      says: `The text tells the agent to use \`${name}\`, and the front matter does not grant it.`,
      mend: `Add \`${target.vocabulary.renamed[listed] ?? listed}\` to \`tools\`, or say how it is done without.`,
    };
  }
}

/** The sign by which VS Code alone takes a name for that of a tool. */
function* foreign({ markdown }: TextFile, target: Target): Iterable<Remark> {
  for (const { line, text } of markdown.prose) {
    const found = /#tool:[\w-][\w./-]*/.exec(text);
    if (found === null || isManual.test(text)) continue;
    yield {
      level: 'info',
      line,
      column: found.index + 1,
      says: `\`${found[0]}\` is how VS Code names a tool: to ${target.title} it is a word like any other.`,
      mend: 'Name the tool as this agent has it, or say what is to be done.',
    };
    return;
  }
}

/** "`#tool:name` calls a tool, e.g. `#tool:fetch`" tells how to write one, and calls none. */
const isManual =
  /\b(?:syntax|format|e\.g\.|such as|for example|reference tools|tool ?name)\b|\be\.g\./i;

interface Named {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** Whether it stands under "Allowed Tools" and not just under "Tools". */
  readonly isAllowed: boolean;
}

/** List items that begin with a name in back-ticks, below a heading that speaks of tools. */
function toolItems({ headings, prose }: Markdown): readonly Named[] {
  const above: { level: number; text: string }[] = [];
  let next = 0;
  return prose.flatMap(({ line, text }) => {
    for (; next < headings.length && headings[next]!.line <= line; next++) {
      while (above.length > 0 && above.at(-1)!.level >= headings[next]!.level) above.pop();
      above.push(headings[next]!);
    }
    const item =
      /^(\s*[-*+]\s+(?:\*\*)?`)(@?[A-Za-z][\w./*-]*)`/.exec(text) ??
      // In bold a name must have a shape that no word has.
      /^(\s*[-*+]\s+\*\*)((?=\w*[/_]|[a-z]+[A-Z])[A-Za-z][\w./-]*)\*\*/.exec(text);
    if (item === null || !above.some((each) => /\btools\b/i.test(each.text))) return [];
    if (
      above.some((each) =>
        /restrict|forbid|den(y|ied)|disallow|\bnot\b|n't\b|never|avoid|without/i.test(each.text),
      )
    )
      return [];
    const isAllowed = above.some((each) =>
      /\b(allowed|granted|permitted) tools\b/i.test(each.text),
    );
    return [{ name: item[2]!, line, column: item[1]!.length + 1, isAllowed }];
  });
}
