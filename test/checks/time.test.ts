// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are what is looked for
import { beforeAll, describe, expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { checks } from '../../src/checks/index.ts';
import { placeOf } from '../../src/place.ts';
import { loadPython } from '../../src/python/parser.ts';
import { targets } from '../../src/targets/index.ts';
import { loadTokenizer } from '../../src/tokens.ts';
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
function timeOf(path: string, text: string): number {
  const tree = memoryTree({ [path]: text, 'package.json': '{}', 'src/a.py': '' });
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
