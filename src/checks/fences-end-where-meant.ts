import { defineCheck } from '../check.ts';
import { editorOf } from '../text/offsets.ts';

// https://spec.commonmark.org/0.31.2/#fenced-code-blocks

export default defineCheck({
  name: 'fences-end-where-meant',
  level: 'warning',
  why: 'A block that shows a block with marks as long as its own ends where the inner one does: from there on text is shown as code and code as text, and what was a sample reads as an instruction.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: 'Write this:\n\n````markdown\n# Log\n\n```sh\nls\n```\n````\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: 'Write this:\n\n```markdown\n# Log\n\n```sh\nls\n```\n\n## Next\n```\n',
  },

  *remarks({ text, lines, markdown: { fences } }) {
    const edit = editorOf(text);
    const isOdd = fences.some(({ isClosed }) => !isClosed);
    let slipped = false;
    for (const { line, lines: inside, endsEarly, isClosed } of fences) {
      const mark = /(`{3,}|~{3,})/.exec(lines[line - 1]!);
      if (mark === null) continue;
      const at = { line, column: mark.index + 1 };
      const slip = slipIn(line, inside, isOdd);
      if (slip !== undefined) {
        slipped = true;
        yield {
          ...slip,
          says: 'The marks at the end of this line end no block, for those stand on a line of their own: from here on text is shown as code, and code as text.',
          mend: 'Put them on the next line.',
        };
        continue;
      }
      if (!isClosed && !slipped && inside.some((each) => each.trim() !== '')) {
        yield {
          ...at,
          says: 'This block is never closed: all the rest of the file is code.',
          mend: `Write ${spoken(mark[1]!)} on a line of its own where it ends.`,
        };
      }
      if (endsEarly === undefined) continue;
      const end = line + inside.length + 1;
      const sign = mark[1]![0]!;
      const longest = Math.max(...inside.map((each) => markIn(each, sign)), mark[1]!.length);
      const more = sign.repeat(longest + 1 - mark[1]!.length);
      yield {
        ...at,
        says: `This block shows another one, and Markdown ends both on line ${endsEarly}: what stands from there to line ${end} is text, and what follows is code.`,
        mend: `Begin and end it with ${spoken(`${mark[1]}${more}`)}.`,
        fix: [
          edit(line, at.column, 0, more),
          edit(end, lines[end - 1]!.search(/[`~]/) + 1, 0, more),
        ],
      };
    }
  },
});

/** Where "ls```" was to end a block, which then goes on over the beginning of the next. */
function slipIn(
  line: number,
  inside: readonly string[],
  isOdd: boolean,
): { line: number; column: number } | undefined {
  const at = inside.findIndex((each) => /^[^`]*[^`\s]`{3,}\s*$/.test(each));
  if (at < 0) return undefined;
  const goesOn = isOdd || inside.slice(at + 1).some((each) => /^\s*`{3,}\w/.test(each));
  return goesOn ? { line: line + 1 + at, column: inside[at]!.indexOf('```') + 1 } : undefined;
}

/** How many signs a line of a block begins with, where they make a fence. */
const markIn = (line: string, sign: string) =>
  (sign === '`' ? /^\s*(`{3,})/ : /^\s*(~{3,})/).exec(line)?.[1]?.length ?? 0;

const spoken = (mark: string) => `${mark.length} ${mark[0] === '`' ? 'back-ticks' : 'tildes'}`;
