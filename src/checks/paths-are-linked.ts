import { defineCheck, type TextFile } from '../check.ts';
import { outline } from '../text/outline.ts';

export default defineCheck({
  name: 'paths-are-linked',
  level: 'info',
  why: 'A path in back-ticks is text: no editor follows it, and no validator says that the file was moved. A link is held by both.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: '## Resources\n\n- Rules: [tests](../rules/tests.md)\n- All of them: `.claude/rules/`\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '## Resources\n\n- Rules: `.claude/rules/tests.md`\n\n**Logseq:** [[Agents/Old/A]]\n',
  },

  *remarks(file) {
    for (const { line, text, above } of outline(file.markdown)) {
      if (text.includes('[[')) yield* logseq(file, line, text);
      if (!above.some((heading) => references.test(heading.text))) continue;
      const found = /^\s*[-*+]\s+(?:[^`]{1,60}:\s+)?`((?:\.?[\w-]+\/)+[\w.-]+\.md)`\s*$/.exec(text);
      if (found === null) continue;
      yield {
        line,
        column: text.indexOf('`') + 2,
        says: `\`${found[1]}\` is no link, so nothing tells when it leads nowhere.`,
        mend: `Write \`[${nameOf(found[1]!)}](/${found[1]})\`.`,
      };
    }
  },
});

const references =
  /\bdocumentation\b|^[\W\d]*(?:resources|references|see also|further reading|related)\b/i;

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');

/** Logseq names a page after its file: `[[A/B/File]]`, and the path must end as the link does. */
function* logseq({ path }: TextFile, line: number, text: string) {
  const found = /\*\*Logseq:?\*\*:?\s*\[\[([^\]]+)\]\]/.exec(text);
  if (found === null) return;
  const parts = (all: string) =>
    all
      .toLowerCase()
      .split('/')
      .map((part) => part.replace(/^\./, ''));
  const own = parts(path.replace(/\.mdx?$/, ''));
  const linked = parts(found[1]!);
  const tail = linked.slice(-own.length);
  if (own.slice(-tail.length).join('/') === tail.join('/')) return;
  yield {
    line,
    column: found.index + 1,
    says: `The page is called \`${found[1]}\`, and the file lies at \`${path}\`.`,
    mend: 'Name the page after the path of the file, or move the file.',
  };
}
