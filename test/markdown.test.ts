import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { scanMarkdown } from '../src/text/markdown.ts';

const scan = (text: string) => scanMarkdown(text.split(/\r?\n/));

describe('the scan finds', () => {
  test('headings, and no hash that begins none', () => {
    expect(scan('# A\n\n#hashtag\n\n  ## B ##\n\n    # code\n').headings).toEqual([
      { level: 1, text: 'A', line: 1 },
      { level: 2, text: 'B', line: 5 },
    ]);
  });

  test('fences with their language and their lines, closed or not', () => {
    const text =
      '```Python title="x"\n# no heading\n```\n\n~~~~\n```\n~~~~\n\n- item\n\n  ```sh\n  ls\n';
    expect(scan(text).fences).toEqual([
      { language: 'python', line: 1, lines: ['# no heading'], isClosed: true },
      { language: '', line: 5, lines: ['```'], isClosed: true },
      { language: 'sh', line: 11, lines: ['  ls', ''], isClosed: false },
    ]);
  });

  test.each([
    [
      'a file shown with a block of its own ends where it was meant to',
      '```markdown\n# A\n```sh\nls\n```\n[a](b.md)\n```\n\n# B\n',
      [{ line: 1, lines: 5, endsEarly: 5 }],
      ['B'],
    ],
    [
      'one that nobody closed ends as Markdown has it',
      '```markdown\n# A\n```sh\nls\n```\n# B\n',
      [{ line: 1, lines: 3 }],
      ['B'],
    ],
    [
      'a block without a language may stand in it too',
      '```markdown\n```sh\nls\n```\nOutput:\n```\n# A\n```\n\n```\n\n# B\n',
      [{ line: 1, lines: 8, endsEarly: 4 }],
      ['B'],
    ],
    [
      'longer marks outside need no guess',
      '````markdown\n```sh\nls\n```\n````\n# B\n',
      [{ line: 1, lines: 3 }],
      ['B'],
    ],
    ['code shows no files', '```python\n```sh\n```\n# B\n```\n', [{ line: 1, lines: 1 }], ['B']],
  ])('%s', (_, text, fences, headings) => {
    const found = scan(text);
    expect(
      found.fences
        .filter(({ isClosed }) => isClosed)
        .map(({ line, lines, endsEarly }) => ({
          line,
          lines: lines.length,
          ...(endsEarly !== undefined && { endsEarly }),
        })),
    ).toEqual(fences);
    expect(found.headings.map((each) => each.text)).toEqual(headings);
  });

  test('code spans with their columns', () => {
    expect(scan('a `b` ``c ` d`` `open\n').spans).toEqual([
      { text: 'b', line: 1, column: 4 },
      { text: 'c ` d', line: 1, column: 9 },
    ]);
  });

  test('links, and none inside code', () => {
    expect(scan('[a](b.md "t") ![c](<d e.png>) `[x](y)`\n\n[r]: ./z.md\n').links).toEqual([
      { text: 'a', to: 'b.md', line: 1, column: 1 },
      { text: 'c', to: 'd e.png', line: 1, column: 16 },
      { text: 'r', to: './z.md', line: 3, column: 1 },
    ]);
  });

  test('nothing in comments', () => {
    const { headings, links } = scan('<!-- [a](b)\n# A\n-->\n# B\n');
    expect({ headings, links }).toEqual({
      headings: [{ level: 1, text: 'B', line: 4 }],
      links: [],
    });
  });
});

/** What a real CommonMark parser finds, in the same words. https://spec.commonmark.org/0.31.2/ */
function parse(text: string) {
  const lines = text.split(/\r?\n/);
  const headings: { level: number; line: number }[] = [];
  const fences: { line: number; length: number }[] = [];
  const links: { to: string; line: number }[] = [];
  visit(fromMarkdown(text), (node) => {
    const { start, end } = node.position!;
    if (node.type === 'heading' && /^ {0,3}#/.test(lines[start.line - 1]!))
      headings.push({ level: node.depth, line: start.line });
    if (node.type === 'code' && /^(`{3}|~{3})/.test(lines[start.line - 1]!.slice(start.column - 1)))
      fences.push({ line: start.line, length: end.line - start.line });
    if (
      (node.type === 'link' || node.type === 'image') &&
      text.slice(start.offset, end.offset).endsWith(')')
    )
      links.push({ to: node.url, line: start.line });
  });
  return { headings, fences: fences.map(({ line }) => line), links };
}

const found = (text: string) => {
  const { headings, fences, links } = scan(text);
  return {
    headings: headings.map(({ level, line }) => ({ level, line })),
    fences: fences.map(({ line }) => line),
    links: links.map(({ to, line }) => ({ to, line })),
  };
};

test('the scan and a parser agree on texts made of plain blocks', () => {
  const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/);
  const block = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), words)
      .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    words,
    fc
      .tuple(fc.constantFrom('```', '~~~', '````'), fc.constantFrom('', 'python', 'sh'), words)
      .map(([mark, language, text]) => `${mark}${language}\n# ${text}\n[a](b)\n${mark}`),
    fc
      .tuple(words, words)
      .map(([text, to]) => `See [${text}](${to.replaceAll(' ', '-')}.md) and \`[x](y)\`.`),
    fc
      .array(words, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      const text = `${blocks.join('\n\n')}\n`;
      expect(found(text)).toEqual(parse(text));
    }),
  );
});

const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'awesome-copilot');

test.skipIf(!existsSync(corpus))(
  'the scan and a parser agree on what other people wrote, but for one mark in two hundred (needs ../shared/corpus)',
  () => {
    let marks = 0;
    let apart = 0;
    for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((each) =>
      each.endsWith('.md'),
    )) {
      const text = readFileSync(join(corpus, path), 'utf8').replace(
        /^---\r?\n[\s\S]*?\r?\n---\r?\n/,
        '',
      );
      const ours = found(text);
      const theirs = parse(text);
      for (const kind of ['headings', 'fences', 'links'] as const) {
        const [a, b] = [
          ours[kind].map((each) => JSON.stringify(each)),
          theirs[kind].map((each) => JSON.stringify(each)),
        ];
        marks += b.length;
        apart +=
          a.filter((each) => !b.includes(each)).length +
          b.filter((each) => !a.includes(each)).length;
      }
    }
    expect(marks).toBeGreaterThan(1000);
    expect(apart / marks).toBeLessThan(0.005);
  },
);
