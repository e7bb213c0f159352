import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewCode } from '../../src/convention-review.ts';
import { shipped } from '../../src/shipped.ts';

const named = (...ids: readonly string[]) =>
  shipped.conventions.filter(({ id }) => ids.includes(id));

const said = async (
  files: Readonly<Record<string, string>>,
  conventions = shipped.conventions,
): Promise<readonly string[]> =>
  (
    await reviewCode(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      conventions,
    )
  ).map(({ path, line, column, check }) => `${path}:${line}:${column} ${check}`);

describe('code is read by the conventions', () => {
  test('that apply to its path, and by no other', async () => {
    const text = 'print("a")\n';
    expect(await said({ 'src/a/b.py': text, 'scripts/b.py': text })).toEqual([
      'src/a/b.py:1:1 structured-logging',
    ]);
  });

  test('that the persona keeps', async () => {
    expect(await said({ 'src/a/b.py': 'print("a")\n' }, named('type-hints'))).toEqual([]);
  });

  test('not where it is no Python: then it is told where that ends, and nothing else', async () => {
    expect(await said({ 'src/b.py': 'print("a")\ndef f(:\n    pass\n' })).toEqual([
      'src/b.py:2:7 syntax',
    ]);
  });

  test('in the order of files and places', async () => {
    const text = 'def f(a):\n    print(a)\n';
    expect(await said({ 'src/b.py': text, 'src/a.py': text })).toEqual(
      ['b', 'a'].flatMap((name) => [
        `src/${name}.py:1:1 type-hints`,
        `src/${name}.py:1:7 type-hints`,
        `src/${name}.py:2:5 structured-logging`,
      ]),
    );
  });

  test('whatever its line ends are', async () => {
    expect(await said({ 'src/b.py': 'import os\r\n\r\nprint("a")\r\n' })).toEqual([
      'src/b.py:3:1 structured-logging',
    ]);
  });

  test('and by the mode of pytest-asyncio that pyproject.toml sets', async () => {
    const text = 'async def test_a() -> None:\n    await f()\n';
    const pyproject = '[tool.pytest.ini_options]\nasyncio_mode = "auto"\n';
    const marks = named('async-tests');
    expect(await said({ 'tests/test_a.py': text }, marks)).toHaveLength(1);
    expect(await said({ 'tests/test_a.py': text, 'pyproject.toml': pyproject }, marks)).toEqual([]);
  });
});

test.each([
  ['on the line itself', 'print("a")  # create-persona-ignore structured-logging: a script\n', 0],
  ['on the line above', '# create-persona-ignore structured-logging: a script\nprint("a")\n', 0],
  ['for the file', '# create-persona-ignore-file structured-logging: a script\n\nprint("a")\n', 0],
  [
    'of several checks',
    'print("a")  # create-persona-ignore type-hints, structured-logging: why\n',
    0,
  ],
  ['without a reason', 'print("a")  # create-persona-ignore structured-logging\n', 1],
  ['of another check', 'print("a")  # create-persona-ignore type-hints: why\n', 1],
  ['two lines above', '# create-persona-ignore structured-logging: why\n\nprint("a")\n', 1],
])('a comment %s lets a finding stand, or not', async (_, text, left) => {
  expect(await said({ 'src/a.py': text })).toHaveLength(left);
});

/** Pieces of code in any order: most of it is no Python, and some is. */
const pieces = [
  'async def test_a(x=Depends(f)):\n    ',
  'def f(*a, b: int = 1, **c) -> None:\n    ',
  'class A(BaseModel):\n    ',
  '@router.post("/{a}")\n',
  '@pytest.mark.parametrize("x", [1])\n',
  'try:\n    f()\nexcept (A, B) as e:\n    ',
  'with pytest.raises(A), b() as c:\n    ',
  '# Arrange\n',
  '    # Act\n',
  '# Assert\n',
  'assert f(1)\n',
  'await g()\n',
  'lambda x: x\n',
  'f"MATCH (n {a})"\n',
  '"MATCH (n) RETURN n" + x\n',
  'import a.b as c\n',
  'from redis import Redis, (\n',
  'from x import *\n',
  'Redis()\n',
  'logger.info("a %s", b)\n',
  'X = [\n',
  'X["a"] = 1\n',
  'match x:\n    case [a, *_]:\n        ',
  'raise\n',
  'raise E("a")\n',
  '...\n',
  'for x in y: assert x\n',
  'type A[T] = list[T]\n',
  ')\n',
  '\t',
  '\\',
  '"""',
  '\r\n',
  'é😀',
  '\0',
] as const;

test('no code is such that a check fails on it', async () => {
  const places = [
    'src/a/router.py',
    'src/a/redis_repository.py',
    'tests/unit/test_a.py',
    'tests/integration/test_a.py',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
      fc.constantFrom(...places),
      async (parts, path) => {
        const text = parts.join('');
        const lines = text.split('\n');
        for (const { line, column } of await reviewCode([{ path, text }], shipped.conventions)) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
