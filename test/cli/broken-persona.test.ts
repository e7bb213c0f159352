import { beforeAll, describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder, write } from '../support/disk.ts';

const whole =
  '---\nid: tester\ntitle: Tester\nsummary: Tests all. Use when code changes.\nexpertise: [Tests]\nfocus: [Tests]\ncan: [read]\nbudget: 2000\n---\n\n## Role description\n\nI test what there is.\n';

const withKey = (lines: string) => whole.replace('\n---\n\n', `\n${lines}\n---\n\n`);

const wrong: readonly (readonly [string, string | Uint8Array, number, string])[] = [
  ['an unknown key', withKey('handofs: []'), 9, 'has a key `handofs` that nothing reads'],
  ['a glob that is none', withKey('paths:\n  deny: ["a/**", "src/[a"]'), 10, '`paths.deny`'],
  [
    'a hand-off to nobody',
    withKey(
      'handoffs:\n  - { to: architect, how: consult, for: a }\n  - { to: nobody, how: consult, for: b }',
    ),
    11,
    '`handoffs.to` that leads to nobody: `nobody`',
  ],
  [
    'a hand-off to a slip',
    withKey('handoffs:\n  - to: architct\n    how: consult\n    for: a'),
    10,
    'Did you mean `architect`?',
  ],
  ['a capability that is none', whole.replace('[read]', '[raed]'), 7, '"raed" is not a capability'],
  ['a budget that is no number', whole.replace('2000', 'much'), 8, '`budget`'],
  ['an id that is not its file', whole.replace('id: tester', 'id: other'), 2, 'tester.md'],
  ['no title', whole.replace('title: Tester\n', ''), 1, 'has no `title`'],
  ['no prose', whole.split('\n## ')[0]!, 10, 'has no prose'],
  ['broken YAML', withKey('focus2: [a, b'), 10, 'cannot be read'],
  ['a key that is there twice', withKey('id: tester'), 9, 'duplicated mapping key'],
  ['no end of its front matter', whole.replace('\n---\n\n', '\n\n'), 1, 'closing `---` is missing'],
  [
    'front matter that is a program',
    "---js\nrequire('fs').writeFileSync('pwned', '')\n---\n\n# X\n",
    1,
    'must be YAML',
  ],
  ['a program in its YAML', withKey('icon: !!js/function "function () {}"'), 9, 'js/function'],
  ['nothing in it', '', 1, 'is empty'],
  ['more in it than can be meant', whole + 'a'.repeat(4 * 1024 * 1024), 1, 'larger than 4 MiB'],
  ['UTF-16 in it', Buffer.from(`\ufeff${whole}`, 'utf16le'), 1, 'is not UTF-8 text'],
  [
    'bytes of no text in it',
    Uint8Array.from({ length: 4096 }, (_, nth) => (nth * 151) % 256),
    1,
    'is not UTF-8 text',
  ],
];

describe('a persona file is refused with its line, and nothing is written, when it has', () => {
  test.concurrent.each(wrong)('%s', async (_, text, line, says) => {
    const root = folder({ '.persona/personas/tester.md': text });
    const before = filesIn(root);

    const [made, listed] = await Promise.all(
      [['tester'], ['list']].map((words) => persona(root, words)),
    );

    for (const { code, stdout, stderr } of [made!, listed!]) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`.persona/personas/tester.md:${line} `);
      expect(stderr).toContain(says);
      expect(stderr).toContain('(PersonaWrong)');
    }
    expect(filesIn(root)).toEqual(before);
  });
});

test.concurrent('a persona in Latin-1 is found out by a check, to the letter', async () => {
  const root = folder({
    '.persona/personas/tester.md': Buffer.from(
      whole.replace('title: Tester', 'title: Prüfer'),
      'latin1',
    ),
  });

  const { code, stdout } = await persona(root, ['tester']);

  expect(code).toBe(1);
  expect(stdout).toContain('.persona/personas/tester.md:3:10  error  text-is-clean');
  expect(Object.keys(filesIn(root))).toEqual(['.persona/personas/tester.md']);
});

describe('a manifest that cannot be read is a problem:', () => {
  let standing: string;
  beforeAll(async () => {
    standing = folder();
    await persona(standing, ['architect', '--targets', 'claude', '-q']);
  });

  test.concurrent.each([
    '',
    '{',
    'null',
    '[]',
    '{"version":2,"files":{}}',
    '{"version":1}',
    '\0\0',
  ])('%j', async (text) => {
    const root = copyOf(standing);
    write(root, { '.persona/manifest.json': text });
    const before = filesIn(root);

    const { code, stdout, stderr } = await persona(root, ['devops']);

    expect({ code, stdout, files: filesIn(root) }).toEqual({ code: 2, stdout: '', files: before });
    expect(stderr).toMatch(
      /\.persona\/manifest\.json cannot be read: (?!.*undefined|.*of null).*Nothing was written/,
    );
  });
});
