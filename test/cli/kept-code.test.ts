import { statSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder } from '../support/disk.ts';

/** Newer ones keep the code of a program themselves. */
const keeps = !('enableCompileCache' in module);

let app: string;
beforeAll(async () => {
  app = folder();
  await persona(app, ['app', 'demo']);
});

test.skipIf(!keeps).each([
  ['writes code', ['endpoint', 'quest']],
  ['writes agent files', ['backend-dev', '--yes']],
  ['checks', ['check']],
])('the code that a run which %s has kept is taken by the next one', async (_, words) => {
  const cache = folder();
  const manner = { env: { XDG_CACHE_HOME: cache } };
  // What V8 refuses is made anew, and comes by another file.
  const kept = () =>
    Object.keys(filesIn(cache))
      .filter((path) => path.endsWith('.code'))
      .map((path) => statSync(join(cache, path)).ino);

  await persona(copyOf(app), words, manner);
  const first = kept();
  const ended = await persona(copyOf(app), words, manner);

  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(first).toHaveLength(1);
  expect(kept()).toEqual(first);
});
