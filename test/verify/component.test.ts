import { describe, expect, test } from 'vitest';
import { coveredBy, scopeOf } from '../../src/verify/component.ts';
import { memoryTree } from '../../src/tree.ts';

const paths = (...all: readonly string[]) =>
  memoryTree(Object.fromEntries(all.map((path) => [path, ''])));

const service = paths(
  'pyproject.toml',
  'src/demo/__init__.py',
  'src/demo/api.py',
  'src/demo/core/__init__.py',
  'src/demo/core/api.py',
  'src/demo/player_actions/__init__.py',
  'src/demo/player_actions/router.py',
  'tests/support/player_actions.py',
  'tests/integration/player_actions/test_api.py',
  'tests/unit/player_actions/test_router.py',
  'tests/unit/player_actions/deep/test_deep.py',
  'tests/unit/test_core.py',
);

const refusal = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    const { name, mend } = error as Error & { mend: string };
    return `${name}: ${mend}`;
  }
  return 'accepted';
};

describe('a component', () => {
  test.each([
    ['player_actions', 'src/demo/player_actions'],
    ['player-actions', 'src/demo/player_actions'],
    ['PlayerActions', 'src/demo/player_actions'],
    ['src/demo/player_actions/', 'src/demo/player_actions'],
    ['core', 'src/demo/core'],
    ['src/demo/api.py', 'src/demo/api.py'],
  ])('that is called %s is %s', (given, source) => {
    expect(scopeOf(given, service, 'demo').source).toEqual([source]);
  });

  test('has all tests of its name, and nothing else', () => {
    const { tests, holds } = scopeOf('player_actions', service, 'demo');

    expect(tests).toEqual(['tests/integration/player_actions', 'tests/unit/player_actions']);
    expect(service.paths().filter(holds)).toEqual([
      'src/demo/player_actions/__init__.py',
      'src/demo/player_actions/router.py',
      'tests/integration/player_actions/test_api.py',
      'tests/unit/player_actions/deep/test_deep.py',
      'tests/unit/player_actions/test_router.py',
    ]);
  });

  test('may have its tests in one file', () => {
    expect(scopeOf('core', service, 'demo').tests).toEqual(['tests/unit/test_core.py']);
  });

  test.each([
    ['quests', 'ComponentNotFound: Choose one of `core`, `player_actions`.'],
    ['player_action', 'ComponentNotFound: Did you mean `player_actions`? Choose one of'],
    ['tests', 'ComponentNotFound'],
    ['../demo', 'ComponentNotFound'],
    ['api', 'ComponentUnclear: Write the path: `--component src/demo/api.py`.'],
  ])('that is called %s is refused', (given, expected) => {
    expect(refusal(() => scopeOf(given, service, 'demo'))).toContain(expected);
  });
});

describe('without a component', () => {
  test('all is measured, under the name of the project', () => {
    const scope = scopeOf(undefined, service, 'my-demo');
    expect(scope).toMatchObject({ component: 'my_demo', source: [], tests: [] });
    expect(service.paths().filter(scope.holds)).toEqual(service.paths());
  });

  test.each([
    ['pyproject.toml', 'pyproject.toml'],
    ['setup.py', 'setup.py'],
    ['main.py', 'main.py'],
  ])('a project of Python is known by its %s', (path, mark) => {
    expect(scopeOf(undefined, paths('README.md', path), 'x').mark).toBe(mark);
  });

  test('a project of something else is refused', () => {
    expect(refusal(() => scopeOf(undefined, paths('package.json'), 'x'))).toContain('NotPython');
  });
});

describe('coverage is asked of', () => {
  const whole = scopeOf(undefined, service, 'demo');
  test.each([
    ['the folder of a component', scopeOf('core', service, 'demo'), {}, ['src/demo/core']],
    [
      'the module, where it is one file',
      scopeOf('src/demo/api.py', service, 'demo'),
      {},
      ['demo.api'],
    ],
    ['the code', whole, { 'src/a.py': '' }, ['src']],
    ['all there is, where nothing is known', whole, { 'a.py': '' }, ['.']],
    [
      'what the settings say',
      whole,
      { 'pyproject.toml': '[tool.coverage.run]\nbranch = true\nsource = ["src/demo"]\n' },
      [],
    ],
    [
      'the code, where the settings say it of something else',
      whole,
      { 'src/a.py': '', 'pyproject.toml': '[tool.coverage.run]\n\n[tool.x]\nsource = 1\n' },
      ['src'],
    ],
  ])('%s', (_, scope, files, expected) => {
    expect(coveredBy(scope, memoryTree(files as Record<string, string>), 'src')).toEqual(expected);
  });
});
