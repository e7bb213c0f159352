import { expect, test } from 'vitest';
import { shipped } from '../../src/shipped.ts';
import { type Files, planFor, service, written } from './ask.ts';

/** A persona of the project that is the backend developer without some conventions. */
const persona = (...dropped: readonly string[]): Files => ({
  '.persona/personas/backend-dev.md': dropped.reduce(
    (text, id) => text.replace(`  - ${id}\n`, ''),
    shipped.sources['backend-dev']!,
  ),
});

const appOf = async (...dropped: readonly string[]) => {
  const own = persona(...dropped);
  return written(own, await planFor('app', { package: 'demo' }, own));
};

const files = async (project: Files, said: Readonly<Record<string, string | boolean>> = {}) => {
  const { files: planned } = await planFor('endpoint', { name: 'quest', ...said }, project);
  return new Map(planned.map(({ path, text }) => [path, text]));
};

test('a route without a limit that was asked for says so, and is no finding', async () => {
  const app = await service();
  const plan = await planFor('endpoint', { name: 'quest', 'no-rate-limit': true }, app);
  const router = plan.files.find(({ path }) => path.endsWith('/router.py'))!.text;
  expect(router).toContain('# create-persona-ignore-file rate-limits: asked for without a limit\n');
  expect(plan.findings).toEqual([]);
});

test('a persona without limits has nothing to say about a route without one', async () => {
  const planned = await files(await appOf('rate-limits'));
  expect(planned.get('src/demo/quests/router.py')).not.toContain('create-persona-ignore');
});

test.each([
  ['a limiter', 'rate-limits', 'src/demo/core/rate_limit.py'],
  ['its integration tests', 'integration-tests-on-real-stores', 'tests/integration/conftest.py'],
])('an app that was made without %s is told what this endpoint would use', async (_, id, path) => {
  const app = await appOf(id);
  await expect(files({ ...app, ...persona() })).rejects.toMatchObject({
    name: 'ProjectUnfit',
    message: expect.stringContaining(path),
    mend: expect.stringContaining('create-persona app'),
  });
});

test('and `app` makes what is missing', async () => {
  const app = { ...(await appOf('integration-tests-on-real-stores')), ...persona() };
  const whole = written(app, await planFor('app', { package: 'demo' }, app));
  expect((await files(whole)).has('tests/integration/quests/test_api.py')).toBe(true);
});

test('an endpoint without limits fits an app that has a limiter, and stands in for it', async () => {
  const planned = await files({ ...(await appOf()), ...persona('rate-limits') });
  expect(planned.get('src/demo/quests/router.py')).not.toMatch(/rate.?limit/i);
  expect(planned.get('tests/integration/quests/test_api.py')).toContain('get_rate_limiter');
});

test('tests keep their marks where the project reads them in strict mode', async () => {
  const strict = await files({ ...(await appOf()), ...persona('async-tests') });
  const auto = await files(await appOf('async-tests'));
  const path = 'tests/unit/quests/test_router.py';
  expect(strict.get(path)).toContain('@pytest.mark.asyncio');
  expect(auto.get(path)).not.toContain('@pytest.mark.asyncio');
});
