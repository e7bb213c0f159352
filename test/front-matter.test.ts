import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf, lineOfKey, parseDocument, printDocument } from '../src/front-matter.ts';

describe('a document', () => {
  test('is read back as it was printed', () => {
    const head = {
      description: 'one: two',
      tools: ['a', 'b/*'],
      security: { paths: ['**/x'], none: [] },
      budget: 3,
      is: true,
    };
    expect(parseDocument(printDocument(head, '# Title\n'))).toMatchObject({
      head,
      body: '\n# Title\n',
    });
  });

  test('is read back as it was printed, whatever the values are', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string()),
      fc.constantFrom('2026-01-02', 'yes', 'null', '~', '1.10', '0x1f', '*a', '@b', '---'),
    );
    const heads = fc.dictionary(fc.stringMatching(/^[a-z][a-z_-]{0,8}$/), value, { minKeys: 1 });
    fc.assert(
      fc.property(heads, (head) => {
        expect(parseDocument(printDocument(head, 'body\n')).head).toEqual(head);
      }),
    );
  });

  test('keeps a long description on its line', () => {
    const description = 'word '.repeat(60).trim();
    expect(printDocument({ description }, '')).toContain(`description: "${description}"\n`);
  });

  test('has its globs in quotes', () => {
    expect(printDocument({ applyTo: 'src/**' }, '')).toContain('applyTo: "src/**"\n');
  });

  test('without front matter begins on line 1', () => {
    expect(parseDocument('# Title\n')).toEqual({ head: {}, body: '# Title\n', bodyLine: 1 });
  });

  test('knows on which line its body begins, with any line ends', () => {
    expect(parseDocument('---\na: 1\n---\n# Title\n').bodyLine).toBe(4);
    expect(parseDocument('---\r\na: 1\r\n---\r\n# Title\r\n')).toMatchObject({
      head: { a: 1 },
      bodyLine: 4,
    });
  });

  test('has the same body, whoever asks', () => {
    const text = '---\na: 1\n---\n\n# Title\n';
    expect(bodyOf(text)).toBe(parseDocument(text).body);
  });

  test('keeps a day as the text that it is', () => {
    expect(parseDocument('---\ndate: 2026-01-02\n---\n').head).toEqual({ date: '2026-01-02' });
  });
});

describe('front matter that cannot be read', () => {
  test.each([
    ['a list that is not closed', '---\na: [1\n---\n', 3],
    ['no closing line', '---\na: 1\n', 1],
    ['a text where keys must be', '---\njust words\n---\n', 2],
    ['a key twice', '---\na: 1\na: 2\n---\n', 3],
    ['an unquoted glob', '---\napplyTo: **/*.py\n---\n', 2],
  ])('names the line of %s', (_, text, line) => {
    const { broken, head } = parseDocument(text);
    expect(broken?.line).toBe(line);
    expect(broken?.because).not.toBe('');
    expect(head).toEqual({});
  });

  test('is told each time, not only the first', () => {
    const read = () => parseDocument('---\na: [1\n---\n').broken;
    expect(read()).toBeDefined();
    expect(read()).toEqual(read());
  });

  test.each(['js', 'javascript', 'JS', ' js', 'coffee', 'json'])(
    'is refused when it is written in "%s", and not run',
    (language) => {
      const { broken } = parseDocument(`---${language}\n({ ran: (globalThis.ran = true) })\n---\n`);
      expect(broken?.because).toContain('must be YAML');
      expect(globalThis).not.toHaveProperty('ran');
    },
  );
});

test('no text at all makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => void parseDocument(`---\n${text}\n---\n${text}`),
    ),
  );
});

test.each([
  [['paths', 'deny'], 4],
  [['handoffs', 1, 'to'], 8],
  [['nobody'], 1],
])('the line of %j is %i', (keys, line) => {
  const text =
    '---\nid: a\npaths:\n  deny: []\nhandoffs:\n  - to: one\n    how: consult\n  - to: two\n---\n';
  expect(lineOfKey(text, keys)).toBe(line);
});
