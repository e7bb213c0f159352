import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { checks } from '../../src/checks/index.ts';
import proseIsEnforced from '../../src/checks/prose-is-enforced.ts';
import { encodingOf, loadEncoding } from '../../src/cost/encoding.ts';
import { placeOf } from '../../src/place.ts';
import { loadPython } from '../../src/python/parser.ts';
import type { Finding } from '../../src/stages.ts';
import { targets } from '../../src/targets/index.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { memoryTree } from '../../src/tree.ts';
import { findings, persona } from '../support/checks.ts';

/**
 * Every row of the list of what is wrong with the seed (`../shared/reference/seed-cases.md`) that can
 * be told from the files at hand: row, check, lines. These rows cannot:
 *
 *   S08  `name` is optional wherever the file could be loaded; only an importer of others wants it
 *   S09  the schema that it breaks is another repository's
 *
 * S14, S17 and S32 need a project beside the file, S44 the siblings; they have tests of their own below.
 */
const seeds = join(import.meta.dirname, '../../../shared/seeds');
const name = existsSync(seeds)
  ? readdirSync(seeds).find((each) => each.startsWith('000_'))
  : undefined;
const text = name === undefined ? '' : readFileSync(join(seeds, name), 'utf8');
const asSeed = '.augment/chatmodes/backend-dev.chatmode.md';
const asChatMode = '.github/chatmodes/backend-dev.chatmode.md';

function read(path: string, body = text, others: Readonly<Record<string, string>> = {}) {
  const context = {
    tree: memoryTree({ ...others, [path]: body }),
    targets,
    personas: new Map([['architect', persona('architect')]]),
    today: '2026-01-31',
  };
  return inspect(checks, textFile(path, body, placeOf(path, targets)!), context);
}

const linesOf = (found: readonly Finding[], wanted: string) => {
  const [check, level, words = ''] = wanted.split(' | ');
  return found
    .filter((each) => each.check === check && each.level === level)
    .filter(({ says, mend }) => `${says} ${mend}`.includes(words))
    .map(({ line }) => line);
};

beforeAll(loadTokenizer);
beforeAll(() => loadEncoding(encodingOf('gpt-4')));
beforeAll(loadPython);

/** The third word, where there is one, is what the finding must say. */
const rows: readonly (readonly [string, string, readonly number[]])[] = [
  ['S01: no editor loads it from where it lies', 'place-is-read | info', [1]],
  ['S02: two of its tools belong to nobody', 'tools-are-known | warning', [8, 9]],
  [
    'S03: seven tools are used and not granted',
    'body-tools-are-granted | error',
    [92, 95, 98, 99, 100, 104, 105],
  ],
  ['S04: two tools are granted and never named', 'body-tools-are-granted | warning', [8, 9]],
  ['S05: it must run linting and has nothing to run it with', 'work-can-be-done | warning', [217]],
  ['S07: its model is gone', 'models-are-current | warning', [12]],
  ['S10: it costs nearly twice its budget', 'budget-is-kept | error', [14]],
  [
    'S11: of the snake one byte in two is lost',
    'text-is-clean | error | Write the character',
    [34],
  ],
  [
    'S12: twelve crosses have lost a byte',
    'text-is-clean | error | ❌',
    [112, 116, 221, 222, 223, 224, 225, 226, 249, 269, 286, 312],
  ],
  [
    'S13: sixteen ticks are broken',
    'text-is-clean | error | ✅',
    [90, 97, 102, 107, 211, 212, 213, 214, 215, 216, 217, 218, 240, 256, 279, 297],
  ],
  ['S13: five signs are broken', 'text-is-clean | error | ≥', [142, 142, 527, 528, 529]],
  ['S15: what it must not do, nothing keeps it from', 'prose-is-enforced | info', [118, 225]],
  ['S16: five servers are never used', 'servers-are-used | warning', [21, 22, 23, 24, 26]],
  ['S18: QA is delegated to, and consulted', 'handoffs-agree | warning | delegate to QA', [225]],
  [
    'S19: three lists of hand-offs are shorter than the fourth',
    'handoffs-agree | warning | missing here',
    [113, 122, 583],
  ],
  ['S19: QA is qa-engineer', 'handoffs-agree | info', [225]],
  [
    'S20: three of those whom it hands work to are not there',
    'handoffs-have-takers | info',
    [117, 123, 223],
  ],
  ['S21: the validator is Pydantic v1', 'python-api-is-current | warning', [298, 306]],
  ['S22: the good example raises a NameError', 'python-names-are-bound | error', [304]],
  [
    'S23: six examples use names that nothing binds',
    'python-names-are-bound | info | binds',
    [243, 260, 280, 373, 397, 487],
  ],
  ['S24: both tests call a function of three with two', 'python-calls-fit | error', [335, 349]],
  ['S25: the driver blocks in an async test', 'python-does-not-block | warning', [356]],
  ['S26: an exception hides its cause', 'python-examples-are-sound | info | from', [267]],
  [
    'S27: good and bad define the same in one fence',
    'examples-stand-alone | warning',
    [239, 255, 278, 472],
  ],
  ['S28: a parameter hides a builtin', 'python-examples-are-sound | info | builtin', [371]],
  ['S29: the endpoint has not the prefix of the text', 'routes-agree | info', [405]],
  [
    'S30: the test of the endpoint asserts nothing',
    'python-examples-are-sound | info | asserts',
    [418],
  ],
  [
    'S31: four files that it sends to are not there',
    'references-resolve | warning',
    [562, 563, 564, 565],
  ],
  ['S33: four paths are no links', 'paths-are-linked | info | no link', [562, 563, 564, 565]],
  [
    'S34: a word of the template is left in the commands',
    'commands-can-run | warning | placeholder',
    [439, 445, 448, 449, 452, 456, 523],
  ],
  [
    'S35: the type checker does not see the project',
    'commands-can-run | warning | uvx',
    [452, 522, 578],
  ],
  ['S36: two commands for the coverage', 'facts-agree | info | command', [579]],
  ['S37: two thresholds here, and three there', 'facts-agree | info | threshold', [142]],
  ['S38: it tests with real databases, and mocks them', 'rules-agree | info', [198]],
  ['S39: three rules stand twice', 'rules-stand-once | info', [221, 222, 224]],
  ['S40: two lists are none', 'lists-are-lists | warning', [211, 221]],
  ['S40: nor are three keys', 'lists-are-lists | info', [31]],
  ['S41: it speaks as somebody else', 'facts-agree | info | speaks', [34]],
  ['S42: its page has another path', 'paths-are-linked | info | page', [587]],
  ['S43: copied to Windsurf it would be cut', 'size-fits | info', [28]],
  ['S46: an address names no version', 'urls-are-whole | info', [571]],
  ['S45: it does not say when to use it', 'description-fits | info', [2]],
];

describe.skipIf(name === undefined)(
  'the chat mode that this project began with (needs ../shared/seeds)',
  () => {
    test.each(rows)('%s', (_, wanted, lines) => {
      expect(linesOf(read(asSeed), wanted)).toEqual(lines);
    });

    test.each([
      ['S01: VS Code loads no chat modes', 'place-is-read | warning', [1]],
      ['S02: as a chat mode of VS Code it has no tool at all', 'tools-take-effect | error', [3]],
      ['S06: four keys are read by nobody', 'keys-are-read | warning', [13, 14, 15, 16]],
    ])('%s', (_, wanted, lines) => {
      expect(linesOf(read(asChatMode), wanted)).toEqual(lines);
    });

    /** Files as they stand in the repositories that it was written for. */
    const project = {
      'pyproject.toml': '',
      ...Object.fromEntries(
        ['App', 'Menu', 'Quest'].map((each) => [`src/player_experience/frontend/${each}.tsx`, '']),
      ),
      '.hypertool/personas/tta-backend-engineer.json': JSON.stringify({
        allowedTools: { serena: ['analyze_code', 'suggest_refactoring'] },
        restrictedPaths: ['apps/**/frontend/**', '**/node_modules/**', '**/.venv/**'],
      }),
      'src/main.py': '',
      'src/agents.py': '',
    };

    test.each([
      ['S14: the frontend that it must not touch stands open', 'globs-match-files | warning', [18]],
      ['S14: its persona denies other paths', 'hypertool-agrees | warning | denies', [17, 18]],
      ['S17: its persona allows none of its tools', 'hypertool-agrees | warning | serena', [6]],
      [
        'S32: the scripts that it runs are not there',
        'commands-can-run | warning | is run here',
        [455, 545, 548],
      ],
    ])('%s, in a project', (_, wanted, lines) => {
      expect(linesOf(read(asSeed, text, project), wanted)).toEqual(lines);
    });

    test('says both figures of the budget', () => {
      const [finding] = read(asSeed).filter(({ check }) => check === 'budget-is-kept');
      expect(finding?.says).toBe(
        'The budget is 2000 tokens, and the text costs 3684 (3854 with the front matter), counted with o200k_base, and 3699 with cl100k_base, which `gpt-4` has.',
      );
    });

    test('finds 34 broken marks, each once', () => {
      const places = read(asSeed)
        .filter(({ check }) => check === 'text-is-clean')
        .map(({ line, column }) => `${line}:${column}`);
      expect(places).toHaveLength(34);
      expect(new Set(places).size).toBe(34);
    });

    // Sentence by sentence: each rule alone under its heading, once with the one whom it names.
    test.each([
      [113, 'architect', 'advice'],
      [114, 'architect', 'advice'],
      [117, 'devops', 'held by a missing tool'],
      [118, 'devops', 'advice'],
      [221, 'architect', 'advice'],
      [222, 'architect', 'advice'],
      [223, 'frontend-dev', 'held by a denied path'],
      [224, 'devops', 'held by a missing tool'],
      [225, 'qa-engineer', 'advice'],
      [226, 'devops', 'advice'],
    ])('the rule on line %i is held by %s; without, it is %s', (line, who, without) => {
      const lines = text.split('\n');
      const alone = [...lines.slice(0, 30), lines[line < 200 ? 110 : 219], lines[line - 1]].join(
        '\n',
      );
      const found = (ids: readonly string[]) =>
        findings(proseIsEnforced, { path: asSeed, text: alone }, {}, ids);

      expect(found([who])).toEqual([]);
      expect(found([]).map(({ says }) => says.includes('advice only'))).toEqual(
        without === 'advice' ? [true] : [],
      );
    });

    test('40 rows are told of the file alone, one more of its siblings, and three in a project', () => {
      const alone = new Set(rows.map(([title]) => title.slice(0, 3)));
      expect(new Set([...alone, 'S06']).size).toBe(40);
    });
  },
);

const family = join(import.meta.dirname, '../../../shared/corpus/tta');

describe.skipIf(!existsSync(family))('its siblings (needs ../shared/corpus/tta)', () => {
  const sibling = (file: string) =>
    read(`.augment/chatmodes/${file}`, readFileSync(join(family, file), 'utf8'));

  test.each([
    [
      'S44: the architect uses a tool that it was not granted',
      'architect.chatmode.md',
      'body-tools-are-granted | error',
      1,
    ],
    [
      'S44: the architect costs more than it may',
      'architect.chatmode.md',
      'budget-is-kept | error',
      1,
    ],
    [
      'S44: three tools of QA are programs',
      'qa-engineer.chatmode.md',
      'tools-are-known | warning',
      3,
    ],
    [
      'S44: QA never names the three',
      'qa-engineer.chatmode.md',
      'body-tools-are-granted | warning',
      3,
    ],
    [
      'S44: QA never uses three servers, and uses one that is not allowed',
      'qa-engineer.chatmode.md',
      'servers-are-used | warning',
      5,
    ],
    [
      'S07: both name a model that is gone',
      'architect.chatmode.md',
      'models-are-current | warning',
      1,
    ],
    ['S25: the driver blocks', 'qa-engineer.chatmode.md', 'python-does-not-block | warning', 1],
    [
      'S41: the architect speaks as the backend engineer',
      'architect.chatmode.md',
      'facts-agree | info | speaks',
      1,
    ],
  ])('%s', (_, file, wanted, many) => {
    expect(linesOf(sibling(file), wanted)).toHaveLength(many);
  });

  test('QA costs more than it may', () => {
    expect(linesOf(sibling('qa-engineer.chatmode.md'), 'budget-is-kept | error')).toEqual([14]);
  });
});
