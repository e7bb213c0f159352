import { expect, test } from 'vitest';
import { bad } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder, readFile, write } from '../support/disk.ts';

const path = '.claude/agents/tester.md';
const old = () => folder({ [path]: bad(), '.claude/agents/b.md': bad('b') });
const check = async (root: string, ...words: readonly string[]) => {
  const { stdout, code } = await persona(root, ['check', '--json', ...words]);
  return { code, ...(JSON.parse(stdout) as object) };
};

test('what was known is not told again, wherever its line has gone', async () => {
  const root = old();
  const { stdout } = await persona(root, ['check', '--update-baseline']);
  write(root, { [path]: bad().replace('I write tests.', 'I write tests.\n\nAnd more of them.\n') });

  expect(stdout).toBe('.persona/baseline.json knows 2 findings now.\n');
  expect(await check(root, '--baseline')).toMatchObject({ code: 0, errors: 0, known: 2, gone: [] });
});

test('what is new is told', async () => {
  const root = old();
  await persona(root, ['check', '--update-baseline']);
  write(root, { [path]: `${bad()}See [the list](list.md).\n` });

  expect(await check(root, '--baseline')).toMatchObject({ code: 1, errors: 1, known: 2 });
});

test('the same line once more is new', async () => {
  const root = old();
  await persona(root, ['check', '--update-baseline']);
  write(root, { [path]: `${bad()}See [the rules](rules.md).\n` });

  expect(await check(root, '--baseline')).toMatchObject({ code: 1, errors: 1, known: 2 });
});

test('what was mended is told, and taken out by the next update', async () => {
  const root = old();
  await persona(root, ['check', '--update-baseline']);
  write(root, { [path]: bad().replace('See [the rules](rules.md).\n', '') });

  const { stdout } = await persona(root, ['check', '--baseline']);
  await persona(root, ['check', '--update-baseline']);

  expect(stdout).toContain('1 known finding of the baseline is there no more');
  expect(await check(root, '--baseline')).toMatchObject({ code: 0, known: 1, gone: [] });
});

test('an update of some files keeps what is known of the others', async () => {
  const root = old();
  await persona(root, ['check', '--update-baseline']);

  await persona(root, ['check', path, '--update-baseline']);

  expect(await check(root, '--baseline')).toMatchObject({ known: 2 });
});

test('the file may have another name, and the config may name it', async () => {
  const root = old();
  await persona(root, ['check', '--update-baseline', '--baseline', 'known.json']);
  write(root, { '.persona/config.yaml': 'baseline: known.json\n' });

  expect(JSON.parse(readFile(root, 'known.json'))).toMatchObject({ version: 1 });
  expect(await check(root)).toMatchObject({ code: 0, known: 2 });
});

test('the same findings give the same file', async () => {
  const [one, two] = [old(), old()];
  await persona(one, ['check', '--update-baseline']);
  await persona(two, ['check', '--update-baseline']);
  await persona(two, ['check', '--update-baseline']);

  expect(readFile(one, '.persona/baseline.json')).toBe(readFile(two, '.persona/baseline.json'));
});

test.each([
  ['is not there', {}],
  ['is no JSON', { '.persona/baseline.json': '{' }],
  ['is of another kind', { '.persona/baseline.json': '{"version":1,"known":[{}]}' }],
  ['is null', { '.persona/baseline.json': 'null' }],
])('a baseline that %s is a problem', async (_, files) => {
  const root = folder({ [path]: bad(), ...files });

  expect(await check(root, '--baseline')).toMatchObject({
    code: 2,
    problem: { name: 'BaselineWrong' },
  });
});
