import { bareProse } from '../text/bare-prose.ts';
import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { nearest } from '../nearest.ts';
import { factNames } from '../project.ts';

export default defineCheck({
  name: 'no-placeholder-left',
  level: 'warning',
  why: 'What a template left open reaches the agent as it stands. It takes the hole for a name, or fills it in with a guess.',
  reads: () => true,

  good: {
    path: '.persona/personas/tester.md',
    text: '---\nid: tester\n---\n\n## Role description\n\nI test {{project}} with `{{test}}`.\n',
  },
  bad: {
    path: '.persona/personas/tester.md',
    text: '---\nid: tester\n---\n\n## Role description\n\nI test {{projekt}}.\n\nTODO: say how.\n',
  },

  *remarks(file) {
    // A text that is written whole is never filled in: a hole in it is the author's own.
    const isFilled = file.place.kind === 'persona' && file.document.head['voice'] !== 'whole';
    yield* isFilled ? unknownFacts(file) : holesInHead(file);

    // Most files have nothing of the kind in them, and one look at the whole says so.
    if (!mayBeOpen.test(file.text)) return;
    for (const { line, text } of file.markdown.prose) {
      if (!mayBeOpen.test(text)) continue;
      const bare = bareProse(text);
      for (const hole of isFilled ? [] : holesIn(bare)) yield { line, ...hole };
      for (const [pattern, says] of leftovers) {
        const found = pattern.exec(bare);
        if (found === null) continue;
        const at = found.index + found[0].length - found[1]!.length;
        yield {
          line,
          column: at + 1,
          says: `${says}: \`${found[1]}\`.`,
          mend: 'Write what belongs there, or take it out.',
        };
      }
    }
  },
});

const mayBeOpen =
  /TODO|TBD|FIXME|lorem ipsum|\[(?:your|insert|enter) |<(?:your|insert|enter|add) |\{\{|<%|\$\{/i;

/** What stays open in prose, with the text to show in the first group, at the end of the match. */
const leftovers: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:\s|[-*+>]\s|\d+[.)]\s|#+\s|\[[ x]\]\s|\*\*[^*]+\*\*:?\s|\*\*)*(TODO|TBD|FIXME)(?=\s*(?::|\(|\.?$))(?!\(s\))/,
    'Something is still to be done here',
  ],
  [/[.!?]\s+(TODO|TBD|FIXME)(?=:)/, 'Something is still to be done here'],
  [/(?:[:|]\s+)(TODO|TBD|FIXME)(?=\s*(?:\||\.?$))/, 'Something is still to be done here'],
  [/\b(lorem ipsum)\b(?= dolor|$)/i, 'This is filler'],
  [/(\[(?:your|insert|enter) [^\]]+\])(?![(:[])/i, 'This was to be filled in'],
  [/(<(?:your|insert|enter|add) [^<>]{1,60} here>)/i, 'This was to be filled in'],
  // https://code.visualstudio.com/docs/copilot/customization/prompt-files: `${input:name}`
  [/(\$\{input:?\s*\})/, 'VS Code asks for no input that has no name'],
];

/** What template engines leave where a value was missing. GitHub's `${{ … }}` is filled in later, by GitHub. */
function* holesIn(text: string): Iterable<Remark> {
  if (!/\{\{|<%|\$\{/.test(text)) return;
  const holes =
    /(?<![$\\{])\{\{\{?\s*[A-Za-z_][\w.-]*\s*\}?\}\}(?!\})|<%[-=]?\s*[\w.]+\s*-?%>|\$\{(?:TODO|TBD|FIXME|CHANGE_?ME|PLACEHOLDER)\}/g;
  for (const found of text.matchAll(holes)) {
    // A manual of templates speaks of "{{variables}}".
    if (/^\{+\s*(?:variable|placeholder)s?(?:_?name)?\s*\}+$/i.test(found[0])) continue;
    yield {
      column: found.index + 1,
      says: `\`${found[0]}\` was left by a template: nothing fills it in when the file is read.`,
      mend: 'Write the value, or put it in back-ticks if it is meant as an example.',
    };
  }
}

function* holesInHead({ lines, document }: TextFile): Iterable<Remark> {
  let isServers = false;
  for (let index = 1; index < document.bodyLine - 2; index++) {
    const line = lines[index] ?? '';
    for (const hole of holesIn(line)) yield { line: index + 1, ...hole };
    const key = /^([\w-]+):/.exec(line)?.[1];
    if (key !== undefined) isServers = key === 'mcp-servers' || key === 'mcpServers';
    const found = isServers ? standIn.exec(line.replace(/\s#.*$/, '')) : null;
    if (found === null) continue;
    yield {
      line: index + 1,
      column: found.index + found[0].length - found[1]!.length + 1,
      says: `\`${found[1]}\` stands for something that was never written here: the server cannot start with it.`,
      mend: 'Write the real value, or a variable or a secret that holds it.',
    };
  }
}

/** What the text of a manual has where one's own path, address or key belongs. */
const standIn =
  /(?:^|[\s"'=/:@[,])((?:\/(?:path\/to|placeholder|absolute\/path)(?:\/[\w.-]+)*|<(?:your|path|api|token|insert|my|absolute)[^<>]*>|\[(?:your|insert)[^\]]*\]|YOUR[_-][A-Z][A-Z_-]*|your-(?:api-key|domain|instance|org|organization|project|server|site|subdomain|tenant|token|workspace)[\w.-]*))/;

/** Facts of the project are filled in wherever they stand in the prose of a persona, code too. */
function* unknownFacts({ lines, document }: TextFile): Iterable<Remark> {
  for (let index = document.bodyLine - 1; index < lines.length; index++) {
    for (const found of lines[index]!.matchAll(/(?<![$={])\{\{(\s*)(\w+)\s*\}\}(?!\})/g)) {
      const name = found[2]!;
      const isFact = (factNames as readonly string[]).includes(name);
      if (isFact && found[0] === `{{${name}}}`) continue;
      const meant = isFact ? name : nearest(name, factNames);
      yield {
        level: 'error',
        line: index + 1,
        column: found.index + 1,
        says: `\`${found[0]}\` is no fact of the project, so it is never filled in.`,
        mend:
          meant === undefined
            ? `Use one of ${factNames.map((each) => `\`{{${each}}}\``).join(', ')}.`
            : `Write \`{{${meant}}}\`.`,
      };
    }
  }
}
