import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoted, scopedSection, withSection } from '../src/text/marked-section.ts';

const put = (there: string, id = 'a', body = 'Ours.\n') =>
  withSection('AGENTS.md', there, id, body);
const begin = '<!-- create-persona: begin a (change it in .persona/) -->';
const end = '<!-- create-persona: end a -->';

describe('a section of ours in a file of somebody else', () => {
  test.each([
    ['makes the file', '', ''],
    ['comes after an empty line', 'Theirs.\n', 'Theirs.\n\n'],
    ['ends a last line that has no end', 'Theirs.', 'Theirs.\n\n'],
    ['adds no second empty line', 'Theirs.\n\n', 'Theirs.\n\n'],
    ['keeps spaces and tabs where they are', '\tTheirs.  \n', '\tTheirs.  \n\n'],
    ['keeps the mark of a byte order', '\ufeffTheirs.\n', '\ufeffTheirs.\n\n'],
  ])('%s', (_, there, before) => {
    expect(put(there)).toBe(`${before}${begin}\n\nOurs.\n\n${end}\n`);
  });

  test('speaks CRLF where the file does', () => {
    expect(put('Theirs.\r\n')).toBe(`Theirs.\r\n\r\n${begin}\r\n\r\nOurs.\r\n\r\n${end}\r\n`);
  });

  test('is replaced where it stands, and nothing else is touched', () => {
    const there = `# Theirs\r\n\n${begin}\nold\n${end}\n\n  after \t\n`;

    expect(put(there, 'a', 'new')).toBe(
      `# Theirs\r\n\n${begin}\r\n\r\nnew\r\n\r\n${end}\n\n  after \t\n`,
    );
  });

  test('of another name stays', () => {
    const there = put('', 'b', 'B.');
    expect(put(there)).toBe(`${there}\n${begin}\n\nOurs.\n\n${end}\n`);
  });

  test.each([
    ['without an end', `${begin}\nold\n`],
    ['without a beginning', `old\n${end}\n`],
    ['twice', `${begin}\n${end}\n${begin}\n${end}\n`],
    ['the wrong way round', `${end}\n${begin}\n`],
  ])('%s is a problem, and nothing is guessed', (_, there) => {
    expect(() => put(there)).toThrow(expect.objectContaining({ name: 'NotMerged' }));
  });

  test('a mark inside a line is text', () => {
    const there = `Write \`${begin}\` above it.\n`;
    expect(put(there).startsWith(there)).toBe(true);
  });

  test('whatever stands there stays byte for byte, and twice is the same as once', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '#', ' ', '\n', '\r\n', '\t', 'é', '<!--'),
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const once = put(before);
        expect(once.startsWith(before)).toBe(true);
        expect(put(once)).toBe(once);
        const between = `${once}${after}`;
        const again = put(between, 'a', 'Changed.');
        expect(again.startsWith(before)).toBe(true);
        expect(again.endsWith(after)).toBe(true);
      }),
    );
  });
});

test.each([
  ['all Python files', ['**/*.py'], 'AGENTS.md'],
  ['one folder', ['src/api/**'], 'src/api/AGENTS.md'],
  ['two folders of one', ['src/api/**/*.py', 'src/apps/*.py'], 'src/AGENTS.md'],
  ['two folders of none', ['src/**', 'tests/**'], 'AGENTS.md'],
  ['one file', ['src/api/main.py'], 'src/api/AGENTS.md'],
  ['what a glob takes back', ['src/**', '!src/gen/**'], 'src/AGENTS.md'],
  ['a way out', ['../**'], 'AGENTS.md'],
  ['the same name deeper', ['a/b/**', 'c/b/**'], 'AGENTS.md'],
])('rules for %s stand in the deepest folder that holds them', (_, globs, path) => {
  expect(scopedSection('AGENTS.md', { slug: 'a', globs, body: '# A\n' }).path).toBe(path);
});

test('headings go down one rank, but for what stands in a fence', () => {
  expect(demoted('# A\n\n```sh\n# comment\n```\n\n## B\n###### F\n#tag\n')).toBe(
    '## A\n\n```sh\n# comment\n```\n\n### B\n###### F\n#tag\n',
  );
});
