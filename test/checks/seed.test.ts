import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { checks } from '../../src/checks/index.ts';
import { placeOf } from '../../src/place.ts';
import type { Finding } from '../../src/stages.ts';
import { targets } from '../../src/targets/index.ts';
import { loadTokenizer } from '../../src/tokens.ts';
import { memoryTree } from '../../src/tree.ts';
import { persona } from '../support/checks.ts';

const seeds = join(import.meta.dirname, '../../../shared/seeds');
const name = existsSync(seeds)
  ? readdirSync(seeds).find((each) => each.startsWith('000_'))
  : undefined;
const text = name === undefined ? '' : readFileSync(join(seeds, name), 'utf8');

function read(path: string): readonly Finding[] {
  const context = {
    tree: memoryTree({ [path]: text }),
    targets,
    personas: new Map([['architect', persona('architect')]]),
  };
  return inspect(checks, textFile(path, text, placeOf(path, targets)!), context);
}

beforeAll(loadTokenizer);

describe.skipIf(name === undefined)(
  'the chat mode that this project began with (needs ../shared/seeds)',
  () => {
    const at = (found: readonly Finding[], check: string, level: string) =>
      found.filter((each) => each.check === check && each.level === level).map(({ line }) => line);

    test.each([
      ['S01: no editor loads it from where it lies', 'place-is-read', 'info', [1]],
      ['S02: two of its tools belong to nobody', 'tools-are-known', 'warning', [8, 9]],
      [
        'S03: seven tools are used and not granted',
        'body-tools-are-granted',
        'error',
        [92, 95, 98, 99, 100, 104, 105],
      ],
      ['S04: two tools are granted and never named', 'body-tools-are-granted', 'warning', [8, 9]],
      ['S10: it costs nearly twice its budget', 'budget-is-kept', 'error', [14]],
      ['S11: of the snake one byte in two is lost', 'text-is-clean', 'error', [34]],
      [
        'S12: twelve crosses have lost a byte',
        'text-is-clean',
        'error',
        [112, 116, 221, 222, 223, 224, 225, 226, 249, 269, 286, 312],
      ],
      [
        'S13: sixteen ticks are broken',
        'text-is-clean',
        'error',
        [90, 97, 102, 107, 211, 212, 213, 214, 215, 216, 217, 218, 240, 256, 279, 297],
      ],
      ['S13: five signs are broken', 'text-is-clean', 'error', [142, 142, 527, 528, 529]],
      [
        'S31: four files that it sends to are not there',
        'references-resolve',
        'warning',
        [562, 563, 564, 565],
      ],
      ['S40: three lists are none', 'lists-are-lists', 'warning', [31, 211, 221]],
      ['S45: it does not say when to use it', 'description-fits', 'info', [2]],
    ] as const)('%s', (title, check, level, lines) => {
      const found = read('.augment/chatmodes/backend-dev.chatmode.md');
      const meant = {
        'S11: of the snake one byte in two is lost': '',
        'S12: twelve crosses have lost a byte': '❌',
        'S13: sixteen ticks are broken': '✅',
        'S13: five signs are broken': '≥',
      }[title as string];
      const chosen =
        meant === undefined
          ? found
          : found.filter(({ mend }) =>
              meant === '' ? mend.startsWith('Write the character') : mend.includes(meant),
            );
      expect(at(chosen, check, level)).toEqual(lines);
    });

    test('says both figures of the budget', () => {
      const [finding] = read('.augment/chatmodes/backend-dev.chatmode.md').filter(
        ({ check }) => check === 'budget-is-kept',
      );
      expect(finding?.says).toBe(
        'The budget is 2000 tokens, and the text costs 3684 (3854 with the front matter), counted with o200k_base.',
      );
    });

    test('finds 34 broken marks, each once', () => {
      const places = read('.augment/chatmodes/backend-dev.chatmode.md')
        .filter(({ check }) => check === 'text-is-clean')
        .map(({ line, column }) => `${line}:${column}`);
      expect(places).toHaveLength(34);
      expect(new Set(places).size).toBe(34);
    });

    test.each([
      ['S01: VS Code loads no chat modes', 'place-is-read', 'warning', [1]],
      ['S02: as a chat mode of VS Code it has no tool at all', 'tools-are-known', 'error', [3]],
      ['S06: four keys are read by nobody', 'keys-are-read', 'warning', [13, 14, 15, 16]],
    ] as const)('%s', (_, check, level, lines) => {
      expect(at(read('.github/chatmodes/backend-dev.chatmode.md'), check, level)).toEqual(lines);
    });
  },
);
