// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are what is looked for
import { beforeAll, describe, expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { checks } from '../../src/checks/index.ts';
import { placeOf } from '../../src/place.ts';
import { loadPython } from '../../src/python/parser.ts';
import { targets } from '../../src/targets/index.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { memoryTree } from '../../src/tree.ts';

/** What makes a pattern go over a text again and again: beginnings that never end. */
const units = [
  ...[
    'a',
    ' ',
    '\t',
    '*',
    '**',
    '_',
    '`',
    '``a',
    '#',
    '|',
    '| a ',
    '(',
    '[',
    '[[',
    '](',
    '[](',
    '[a](',
  ],
  ...[
    '- ',
    '- [ ] a ',
    '1. ',
    '> ',
    '<',
    '<a',
    '<!--',
    '<code>',
    '`a ',
    '{{',
    '${',
    '<%',
    '../',
    'a/',
    'src/component/',
  ],
  ...[
    'http://',
    '://a:b@',
    '-----BEGIN ',
    'a@',
    '60% ',
    '60% dev ',
    'coverage 60%, ',
    'uvx ',
    'uv run ',
  ],
  ...['consult `', 'delegate to ', '(consult ', 'create-persona --a ', 'create-persona-ignore '],
  ...[
    'Agent(',
    'a, ',
    'TODO ',
    '[your ',
    'ðŸ',
    'âœ…',
    '\u200b',
    '\ufffd',
    '"',
    "'",
    'f(',
    '{"a":',
    '!(',
  ],
];

/** Where the text stands: below front matter, in it, and in a fence. */
const places: readonly (readonly [path: string, above: string])[] = [
  ['.claude/agents/a.md', '---\nname: a\ndescription: a\ntools: Read\n---\n## Never do\n\n'],
  ['.augment/chatmodes/a.chatmode.md', '---\ndescription: '],
  ['.github/instructions/a.instructions.md', '---\napplyTo: "'],
  ['.claude/agents/b.md', '---\nname: a\n---\n```bash\n'],
];

const size = 50_000;
const inOneLine = (unit: string) => unit.repeat(size / unit.length);
const inManyLines = (unit: string) => `${unit}\n`.repeat(size / (unit.length + 1));

beforeAll(async () => {
  await loadPython();
  await loadTokenizer();
});

/** In milliseconds of this process: what others do on the machine does not count. */
function timeOf(path: string, text: string, others = {}): number {
  const tree = memoryTree({ ...others, [path]: text, 'package.json': '{}', 'src/a.py': '' });
  const context = { tree, targets, personas: new Map(), today: '2026-01-31' };
  const before = process.cpuUsage();
  inspect(checks, textFile(path, text, placeOf(path, targets)!), context);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe.each(places)('no text in %s keeps the checks for 5 seconds', (path, above) => {
  test.each(units.map((unit) => [unit]))('50,000 characters of %j', (unit) => {
    expect(timeOf(path, above + inOneLine(unit))).toBeLessThan(5_000);
    expect(timeOf(path, above + inManyLines(unit))).toBeLessThan(5_000);
  });
});

/** What nests, repeats or never ends in the languages of fences; `deep` goes beyond what a stack holds. */
const inFences: Readonly<Record<string, readonly string[]>> = {
  python: [
    ...['(', '[', '{', '"', 'f(', 'f()', 'a.b', 'a = ', 'a,', '{"a":', '"""', 'await ', 'lambda: '],
    ...[
      'def f(',
      'def f():\n',
      'class A:\n ',
      'if x:\n ',
      '@a\n',
      'except:\n',
      'import a\n',
      'x.y(z)\n',
    ],
    ...[
      'from a import b\n',
      'async ',
      'case A(',
      'with a as b, ',
      '\\\n',
      '# ✅ Good\n',
      'raise A(',
    ],
  ],
  json: ['[', '{"a":', '"', '"a":1,', '\\"', '[[]],', '-', '// a\n', '{}\n'],
  yaml: [
    '- ',
    'a: ',
    'a:\n  ',
    '{a: ',
    '[',
    '&a *a ',
    '? ',
    '|\n',
    '- a: b\n',
    '"',
    '---\n',
    'a: b\n',
  ],
  toml: ['[', '[[a]]\n', 'a = [', 'a.b', '"""', 'a = 1\n', '{a=', "'", '# a\n'],
  bash: [
    ...[
      '$(',
      '`',
      '"',
      '| ',
      '&& ',
      '\\\n',
      '<<EOF\n',
      'create-persona --a ',
      'create-persona a\n',
    ],
    ...[
      'make a ',
      'make a; ',
      'npx plop a ',
      './a/b.sh ',
      'python a/b.py\n',
      'npm run a ',
      'uvx ruff ',
    ],
  ],
};
const fenced = Object.entries(inFences).flatMap(([language, all]) =>
  all.map((unit) => [language, unit] as const),
);

const agent = '.claude/agents/b.md';
const fenceOf = (language: string, unit: string, length: number) =>
  `---\nname: a\n---\n\`\`\`${language}\n${unit.repeat(length / unit.length)}`;

/**
 * Four times the text may take four times as long, and sixteen times where something is squared. What
 * is over in a moment proves nothing either way; what seems to grow is measured again, for it may have
 * been the garbage of others.
 */
function growth(language: string, unit: string): number {
  const best = (length: number) =>
    Math.min(
      ...[1, 2].map((nth) => timeOf(agent, fenceOf(language, unit, length) + '\n'.repeat(nth))),
    );
  let least = Infinity;
  for (let tries = 0; tries < 3 && least > 8; tries++) {
    const [small, large] = [best(12_500), best(50_000)];
    least = Math.min(least, large < 60 ? 1 : large / Math.max(small, 1));
  }
  return least;
}

test.each(fenced)('in a fence of %s nothing is squared: %j', (language, unit) => {
  expect(growth(language, unit)).toBeLessThan(8);
});

test.each(fenced)('no fence of %s is too deep for the checks: %j', (language, unit) => {
  expect(timeOf(agent, fenceOf(language, unit, 200_000))).toBeLessThan(10_000);
});

/** Each of the sentences is a hand-off, and each may be held against each other. */
test.each([
  ['to nobody', 'Delegate to `nobody`. ', {}],
  ['to one who is there', 'Delegate to `b`. ', { '.claude/agents/b.md': 'Delegate to `a`.\n' }],
  [
    'to one who hands all of it back',
    'Delegate to `b` the tests of the parser. ',
    { '.claude/agents/b.md': '- Tests of the parser: delegate to `a`.\n'.repeat(2_000) },
  ],
])('thousands of hand-offs %s take no 5 seconds', (_, sentence, others) => {
  const text = `---\nname: a\n---\n${`${sentence}\n`.repeat(4_000)}`;

  const took = timeOf('.claude/agents/a.md', text, others);

  expect(took).toBeLessThan(5_000);
});
