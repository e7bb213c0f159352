import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import { calleeOf, nameOf, parametersOf } from '../python/function.ts';
import { importsOf, isIn } from '../python/imports.ts';
import { isMarked, testsOf } from '../python/tests.ts';

export default defineCodeCheck({
  name: 'integration-tests-on-real-stores',
  why: 'Finds mocks and stand-ins in integration tests, tests that are not marked as such, and the command that empties a database others may share. Whether the store was there, the gate `tests` tells.',
  example: 'tests/integration/test_names.py',

  *remarks(module) {
    for (const { node, module: from, name } of importsOf(module)) {
      const isMock = isIn(from, 'unittest.mock', 'mock', 'pytest_mock', ...standIns);
      const isOurs = /^(Fake|InMemory|Mock|Stub)[A-Z]/.test(name);
      if (!isMock && !isOurs && !(from === 'unittest' && name === 'mock')) continue;
      yield {
        ...at(node),
        says: `\`${name || from}\` answers what its author believed; an integration test asks the store.`,
        mend: 'Take a client of the real store, from a fixture.',
      };
    }
    for (const test of testsOf(module)) {
      const mocker = parametersOf(test).find(({ name }) => name === 'mocker');
      if (mocker !== undefined) {
        yield {
          ...at(mocker.node),
          says: `\`${nameOf(test)}\` takes a \`mocker\`.`,
          mend: 'Take a client of the real store, from a fixture.',
        };
      }
      if (isMarked(test, module, /\bmark\.integration\b/)) continue;
      yield {
        ...at(test),
        says: `\`${nameOf(test)}\` is not marked: \`-m "not integration"\` runs it, and finds no server.`,
        mend: 'Put `@pytest.mark.integration` above it, or `pytestmark` above all.',
      };
    }
    for (const call of module.all('call')) {
      const [command] = /(flushdb|flushall)$/.exec(calleeOf(call)) ?? [];
      if (command === undefined) continue;
      yield {
        ...at(call),
        says: `\`${command}\` empties a database that others may share.`,
        mend: 'Write below a key of your own, and delete that.',
      };
    }
  },
});

/** Packages that play a store. */
const standIns = ['fakeredis', 'mongomock', 'moto', 'birdisle', 'mockredis'] as const;
