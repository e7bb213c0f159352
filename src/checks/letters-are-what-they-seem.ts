import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { type Lookalike, lookalikesIn, seemingName } from '../text/lookalikes.ts';
import { editorOf } from '../text/offsets.ts';

export default defineCheck({
  name: 'letters-are-what-they-seem',
  level: 'error',
  why: 'A name with a Cyrillic letter in it looks like a tool that is there and is another one, or none. Nobody sees it in a review, which is what it is used for.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: '---\nname: a\ndescription: Пишет тесты\ntools: Read, Edit\n---\n\nПишет тесты для API-слоя; ответ за 5 μs, 4 kΩ.\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '---\nname: a\ndescription: a\ntools: Rеad, Edit\n---\n\nI ask for the pаssword.\n',
  },

  *remarks(file) {
    if (!/[^\x00-\x7f]/.test(file.text) && !/[^\x00-\x7f]/.test(file.path)) return;
    const inPath = seemingName(file.path.slice(file.path.lastIndexOf('/') + 1));
    if (inPath !== undefined)
      yield { says: `The file name ${told(inPath)}`, mend: `Rename it to \`${inPath.seems}\`.` };

    const { head } = file.document;
    for (const key of [
      'name',
      'tools',
      'disallowedTools',
      'agents',
      'model',
      'mcpServers',
      'mcp-servers',
      'handoffs',
      'security',
    ]) {
      for (const name of textsIn(head[key])) {
        // A name for people to read may be Russian; one in which Latin letters stand too may not.
        const isFree = key === 'name' && !/[A-Za-z]/.test(name);
        const found = isFree ? undefined : seemingName(name);
        if (found !== undefined) yield inHead(file, key, found);
      }
    }
    for (const { line, text } of file.markdown.prose) {
      for (const found of lookalikesIn(text.slice(0, 10_000))) {
        yield {
          level: 'warning',
          ...mended(file, { line, column: found.at + 1 }, found),
          says: `\`${found.word}\` ${told(found)}`,
          mend: `Write \`${found.seems}\` with Latin letters.`,
        };
      }
    }
  },
});

const told = ({ seems, code }: Lookalike) =>
  `looks like \`${seems}\`, and is another word: it has a letter from elsewhere in it (${code}).`;

function inHead(file: TextFile, key: string, found: Lookalike): Remark {
  return {
    ...mended(file, placeInHead(file, [key], found.word), found),
    says: `\`${found.word}\` ${told(found)}`,
    mend: `Write \`${found.seems}\` with Latin letters.`,
  };
}

/** A fix only where the word stands there to the letter. */
function mended(
  { lines, text }: TextFile,
  { line, column }: { readonly line: number; readonly column: number },
  { word, seems }: Lookalike,
): Pick<Remark, 'line' | 'column' | 'fix'> {
  const isThere = lines[line - 1]?.startsWith(word, column - 1) === true;
  return {
    line,
    column,
    ...(isThere && { fix: [editorOf(text)(line, column, word.length, seems)] }),
  };
}

/** Every text in a value, and every key of a map: names of servers are keys. */
function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return value.split(/[,\s]+/).filter(Boolean);
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const own = textsIn(each, depth + 1);
    // The labels and prompts of hand-offs are sentences.
    if (key === 'label' || key === 'prompt' || key === 'description') return [];
    return Array.isArray(value) ? own : [key, ...own];
  });
}
