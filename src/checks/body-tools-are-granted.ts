import { defineCheck } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import type { Markdown } from '../text/markdown.ts';
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
    }

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
    const item = /^(\s*[-*+]\s+)`(@?[A-Za-z][\w./*-]*)`/.exec(text);
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
    return [{ name: item[2]!, line, column: item[1]!.length + 2, isAllowed }];
  });
}
