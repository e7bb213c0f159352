import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { checks } from '../../src/checks/index.ts';
import { placeOf } from '../../src/place.ts';
import { fixAll } from '../../src/fix.ts';
import { allChecks } from '../../src/review/checking.ts';
import { suppress } from '../../src/suppress.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';

/** `line:column check` of everything that the checks say of an agent that is no Markdown. */
function told(path: string, text: string): readonly string[] {
  const file = textFile(path, text, placeOf(path, targets)!);
  const context = { tree: memoryTree({ [path]: text }), targets, personas: new Map() };
  const names = allChecks.map(({ name }) => name);
  return suppress(file, inspect(checks, file, context), new Set(names), names).map(
    ({ line, column, check }) => `${line}:${column} ${check}`,
  );
}

const head = 'name = "a"\ndescription = "Reviews code. Use when a change is ready."\n';
const codex = (text: string) => told('.codex/agents/a.toml', head + text);
const says = (lines: string) => `developer_instructions = """\n${lines}"""\n`;

describe('an agent of Codex', () => {
  test.each([
    ['nothing to say', says('You review.\n'), []],
    [
      'its text line by line',
      says('You review.\n\nSee [it](none.md).\n'),
      ['6:5 references-resolve'],
    ],
    [
      'in another sort of quotes',
      "developer_instructions = '''\nSee [it](none.md).\n'''\n",
      ['4:5 references-resolve'],
    ],
    [
      'from the line of its key',
      'developer_instructions = """See [it](none.md).\n"""\n',
      ['3:1 references-resolve'],
    ],
    ['on one line', 'developer_instructions = "See [it](none.md)."\n', ['3:1 references-resolve']],
    [
      'with a line that goes on',
      says('You \\\n  review.\nSee [it](none.md).\n'),
      ['4:1 references-resolve'],
    ],
    [
      'a key that it does not read',
      says('You review.\n').concat('sandboxmode = "x"\n'),
      ['6:1 keys-are-read'],
    ],
    ['a key that is missing', 'model = "gpt-5"\n', ['1:1 front-matter-is-whole']],
    [
      'a limit that nothing holds',
      says('You must never modify files.\n'),
      ['4:1 tools-take-effect'],
    ],
    [
      'the same, with a sandbox',
      `sandbox_mode = "read-only"\n${says('You must never modify files.\n')}`,
      [],
    ],
    ['no TOML', 'developer_instructions = "\n', ['3:1 front-matter-is-whole']],
    ['a broken sign', says('Write \u00e2\u0153\u2026 when done.\n'), ['4:7 text-is-clean']],
    [
      'a comment that lets it stand',
      `# create-persona-ignore keys-are-read: of the next version\nfuture = 1\n${says('You review.\n')}`,
      [],
    ],
    [
      'one in its text',
      says(
        '<!-- create-persona-ignore references-resolve: the build writes it -->\nSee [it](none.md).\n',
      ),
      [],
    ],
    [
      'one that is of no use',
      says('<!-- create-persona-ignore references-resolve: the build writes it -->\nYou review.\n'),
      ['4:1 suppressions-are-used'],
    ],
  ])('%s', (_, text, expected) => {
    expect(codex(text)).toEqual(expected);
  });
});

describe('an agent of Kiro in JSON', () => {
  const kiro = (value: object) =>
    told(
      '.kiro/agents/a.json',
      JSON.stringify(
        { name: 'a', description: 'Reviews code. Use when a change is ready.', ...value },
        undefined,
        2,
      ),
    );

  test.each([
    ['nothing to say', { tools: ['read'], prompt: 'You review.' }, []],
    [
      'a tool that there is not',
      { tools: ['read', 'view'], prompt: 'You review.' },
      ['6:6 tools-are-known'],
    ],
    [
      'a key that it does not read',
      { colour: 'red', prompt: 'You review.' },
      ['4:3 keys-are-read'],
    ],
    [
      'a place in its text',
      { prompt: 'You review "it".\n\nSee [it](none.md).' },
      ['4:40 references-resolve'],
    ],
    ['a text that is kept elsewhere', { prompt: 'file://./prompt.md' }, []],
  ])('%s', (_, value, expected) => {
    expect(kiro(value)).toEqual(expected);
  });

  test('no JSON', () => {
    expect(told('.kiro/agents/a.json', '{ "name": ')).toEqual(['1:1 front-matter-is-whole']);
  });
});

test('a pack of Hypertool', () => {
  const pack =
    'name: x\ndescription: "Looks things up. Use when a fact is asked for."\ncolour: red\n';
  expect(told('.hypertool/personas/x/persona.yaml', pack)).toEqual(['3:1 keys-are-read']);
});

test.each(['.codex/agents/a.toml', '.kiro/agents/a.json', '.hypertool/personas/x/persona.yaml'])(
  'no text of %s is too much for the checks, and every place lies in the file',
  (path) => {
    const piece = fc.constantFrom(
      'name = "a"\n',
      'developer_instructions = """\n',
      '"""\n',
      '{ "prompt": "',
      '\\n',
      '" }',
      '## A\n',
      '[x](y.md) ',
      'tools: [a]\n',
      '# create-persona-ignore a: b\n',
      '\u00e2\u0153\u2026',
      '\r\n',
      'b = [1]\n',
      '[c]\n',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 12 }),
        (pieces) => {
          const text = pieces.join('');
          const lines = text.split('\n');
          for (const each of told(path, text)) {
            const [line, column] = each.split(/[: ]/).map(Number) as [number, number];
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeGreaterThan(0);
            expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
          }
        },
      ),
      { numRuns: 300 },
    );
  },
);

describe('what is certain is mended in the file itself', () => {
  /** The file, once all that is certain is mended. */
  const mended = async (path: string, given: string) => {
    const all = await fixAll(new Map([[path, given]]), async (so) => {
      const text = so.get(path) ?? given;
      const file = textFile(path, text, placeOf(path, targets)!);
      const context = { tree: memoryTree({ [path]: text }), targets, personas: new Map() };
      return new Map([[path, inspect(checks, file, context)]]);
    });
    return all.get(path) ?? given;
  };
  const broken = '\u00e2\u0153\u2026';

  test.each([
    [
      'in the lines of a TOML text',
      says(`Write ${broken} when done.\n`),
      says('Write ✅ when done.\n'),
    ],
    [
      'in single quotes',
      `developer_instructions = '''\n${broken} a\n'''\n`,
      "developer_instructions = '''\n✅ a\n'''\n",
    ],
    ['over two lines', says('✅ one\n✅ two\n'), says('- ✅ one\n- ✅ two\n')],
    [
      'but not in a line that is not there to the letter',
      says(`Write \\t ${broken} when done.\n`),
      says(`Write \\t ${broken} when done.\n`),
    ],
    [
      'nor in a key',
      `nickname = "${broken}"\n${says('You review.\n')}`,
      `nickname = "${broken}"\n${says('You review.\n')}`,
    ],
  ])('%s', async (_, text, expected) => {
    expect(await mended('.codex/agents/a.toml', head + text)).toBe(head + expected);
  });

  test('in a string of JSON, whatever signs it is written with', async () => {
    const json = (prompt: string) => `{ "name": "a",\n  "prompt": "${prompt}", "x": 1 }\n`;
    const given = json(`Say \\"a\\", then \\u0041:\\n\\n${broken} one\\n\\u00e2\u0153\\u2026 two`);

    const now = await mended('.kiro/agents/a.json', given);

    expect(now).toBe(json('Say \\"a\\", then \\u0041:\\n\\n- ✅ one\\n- ✅ two'));
    expect(JSON.parse(now)).toHaveProperty('x', 1);
  });
});
