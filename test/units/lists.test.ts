import { describe, expect, test } from 'vitest';
import { units } from '../../generators/units/index.ts';
import { build } from '../../src/build.ts';
import { onList, onShelf } from '../../src/compose/unit.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { filesIn, folder } from '../support/fixture.ts';

const open = (files: Readonly<Record<string, string>>) =>
  openWorkspace('', { project: memoryTree(files), today: '2026-01-02', folder: 'create-persona' });

const index = (names: readonly string[], list: string) =>
  `${names.map((name) => `import ${name} from './${name}.ts';\n`).join('')}
/** In the order in which they run. */
export const checks = ${list};
`;

describe('an index takes a unit in', () => {
  const shelved = async (text: string, name: string) =>
    onShelf('index.ts', name, await open({ 'index.ts': text })).text;

  test.each([
    ['before the next import', ['a', 'c'], '[c, a]', 'b', ['a', 'b', 'c'], '[c, a, b]'],
    ['before all', ['b'], '[b]', 'a', ['a', 'b'], '[b, a]'],
    ['after all', ['a'], '[a]', 'b', ['a', 'b'], '[a, b]'],
    ['as the first', [], '[]', 'a', ['a'], '[a]'],
    ['on a line of its own', ['a'], '[\n  a,\n]', 'b', ['a', 'b'], '[\n  a,\n  b,\n]'],
    [
      'and leaves comments alone',
      ['a'],
      '[\n  a, // first, for b needs it\n]',
      'b',
      ['a', 'b'],
      '[\n  a, // first, for b needs it\n  b,\n]',
    ],
  ])('%s', async (_, names, list, name, after, longer) => {
    expect(await shelved(index(names, list), name)).toBe(index(after, longer));
  });

  test('line by line once the list is longer than a line', async () => {
    const names = ['a', 'b', 'c'].map((letter) => letter.repeat(24));
    const text = await shelved(index(names, `[${names.join(', ')}]`), 'd');
    expect(text).toContain(`= [\n${[...names, 'd'].map((name) => `  ${name},\n`).join('')}];\n`);
  });

  test('once only', async () => {
    const once = await shelved(index(['a'], '[a]'), 'b');
    expect(await shelved(once, 'b')).toBe(once);
  });

  test('with its line ends, and the text that the commit may replace', async () => {
    const keeps = index(['a'], '[a]').replaceAll('\n', '\r\n');
    const file = onShelf('index.ts', 'b', await open({ 'index.ts': keeps }));
    expect(file).toEqual({ path: 'index.ts', text: index(['a', 'b'], '[a, b]'), keeps });
  });

  test.each([
    ['a word of the language', 'import'],
    ['the list itself', 'checks'],
    ['an import of another file', 'tools-2d'],
  ])('unless its import would be %s', async (_, name) => {
    const text = `import tools2d from './tools2-d.ts';\n\nexport const checks = [tools2d];\n`;
    await expect(shelved(text, name)).rejects.toMatchObject({ name: 'AnswerRefused' });
  });
});

test('a list of words that names its type takes a word in, once', async () => {
  const text = "export const reserved: readonly string[] = ['help'];\n";
  const longer = "export const reserved: readonly string[] = ['help', 'runbook'];\n";
  for (const before of [text, longer])
    expect(onList('words.ts', "'runbook'", await open({ 'words.ts': before })).text).toBe(longer);
});

describe('a name that is taken is refused', () => {
  const files = {
    'src/checks/index.ts': index([], '[]'),
    'src/checks/no-empty-section.ts': 'export default {};\n',
    'src/code-checks/index.ts': index([], '[]'),
    'src/targets/index.ts': index([], '[]'),
    'src/targets/claude.ts': 'export default {};\n',
    'generators/index.ts': index([], '[]'),
    'generators/spec.ts': 'export default {};\n',
    'src/reserved.ts': "export const reserved: readonly string[] = ['check', 'spec'];\n",
    'templates/conventions/type-hints.md': 'by hand\n',
  };

  test.each([
    ['check', 'no-empty-section', 'a check'],
    ['check', 'type-hints', 'a convention, which `explain` knows by the same name'],
    ['check', 'sorted', 'no sentence'],
    ['target', 'claude', 'a target'],
    ['target', 'index', 'the list itself'],
    ['convention', 'type-hints', 'a convention'],
    ['convention', 'no-empty-section', 'a check'],
    ['convention', 'execute', 'a capability'],
    ['generator', 'spec', 'a generator'],
    ['generator', 'check', 'a command'],
    ['generator', 'backend-dev', 'a persona'],
  ])('%s %s: it is %s', async (unit, name) => {
    const root = folder(files);
    const generator = units.find((each) => each.name === unit)!;
    const attempt = openWorkspace(root).then((workspace) =>
      build(generator, { name }, workspace, root, { force: true }),
    );

    await expect(attempt).rejects.toMatchObject({ name: 'AnswerRefused' });
    expect(filesIn(root)).toEqual(files);
  });
});
