import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import {
  argumentsOf,
  calleeOf,
  decoratorsOf,
  functionOf,
  isAsync,
  nameOf,
} from '../python/function.ts';
import { isMarked, testsOf } from '../python/tests.ts';

export default defineCodeCheck({
  name: 'async-tests',
  why: 'Finds async tests without a mark where `asyncio_mode` is not `auto`, async fixtures that pytest itself would be given, and tests that make an event loop of their own or wait for a fixed time.',
  example: 'tests/unit/test_queue.py',

  *remarks(module) {
    if (!isAuto(module)) yield* unmarked(module);
    for (const call of module.all('call')) {
      const name = calleeOf(call);
      if (
        /^(asyncio\.)?(run|get_event_loop|new_event_loop)$|\.run_until_complete$/.test(name) &&
        name !== 'run'
      ) {
        yield {
          ...at(call),
          says: `\`${name}(…)\` is another loop than that of the fixtures.`,
          mend: 'Make the test async, and await.',
        };
      }
      const waits = /^(asyncio|anyio)\.sleep$/.test(name) && argumentsOf(call)[0]?.text !== '0';
      const fn = functionOf(call);
      if (!waits || fn === undefined || !nameOf(fn).startsWith('test')) continue;
      yield {
        ...at(call),
        level: 'warning',
        says: 'The test waits for a time that is long enough today.',
        mend: 'Wait for the condition, within `asyncio.timeout`.',
      };
    }
  },
});

function* unmarked(module: Module) {
  for (const test of testsOf(module)) {
    if (!isAsync(test) || isMarked(test, module, /\bmark\.(asyncio|anyio)\b/)) continue;
    yield {
      ...at(test),
      says: `\`${nameOf(test)}\` is async, and no mark hands it to pytest-asyncio: it never runs.`,
      mend: 'Put `@pytest.mark.asyncio` above it.',
    };
  }
  for (const fn of module.all('function_definition').filter(isAsync)) {
    const fixture = decoratorsOf(fn).find(({ text }) => /^(pytest\.)?fixture\b/.test(text));
    if (fixture === undefined) continue;
    yield {
      ...at(fixture),
      says: `\`${nameOf(fn)}\` is async, and \`${fixture.text.split('(')[0]}\` does not await it.`,
      mend: 'Write `@pytest_asyncio.fixture`.',
    };
  }
}

/** https://pytest-asyncio.readthedocs.io/en/stable/concepts.html#auto-mode */
const isAuto = ({ beside }: Module): boolean =>
  ['pyproject.toml', 'pytest.ini', 'setup.cfg', 'tox.ini'].some((path) =>
    /^\s*asyncio_mode\s*=\s*["']?auto\b/m.test(beside(path) ?? ''),
  );
