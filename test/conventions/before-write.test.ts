import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Files, planFor, service } from '../stack/ask.ts';
import { folder, write } from '../support/disk.ts';
import { filesIn } from '../support/fixture.ts';
import { persona as run } from '../support/built.ts';

const root = join(import.meta.dirname, '../..');
const place = 'stacks/fastapi/endpoint/src/{{package}}/{{many}}';
const shippedText = (name: string) =>
  readFileSync(join(root, 'templates', place, `${name}.hbs`), 'utf8');

let app: Files;
beforeAll(async () => {
  app = await service();
});

/** The plan of an endpoint in a team's project, and what is said of it. */
const said = async (files: Files) => {
  const { findings } = await planFor('endpoint', { name: 'quest' }, { ...app, ...files });
  return findings.map(
    ({ path, line, column, check, level }) => `${path}:${line}:${column} ${level} ${check}`,
  );
};

const overridden = (name: string, change: (text: string) => string): Files => ({
  [`.persona/templates/${place}/${name}.hbs`]: change(shippedText(name)),
});

describe('code of a plan is read before it is written', () => {
  test('what ships has nothing against it', async () => {
    expect(await said({})).toEqual([]);
  });

  test('a template of the team that keeps the conventions has nothing against it', async () => {
    expect(await said(overridden('router.py', (text) => `${text}\n`))).toEqual([]);
  });

  test.each([
    [
      'a router that knows the store',
      'router.py',
      'import anyio\n',
      'import anyio\nfrom redis.asyncio import Redis\n\nSTORE = Redis\n',
      ['src/demo/quests/router.py:10:27 error repository-pattern'],
    ],
    [
      'a route that writes without a limit',
      'router.py',
      'dependencies=_RATE_LIMITED,\n{{/if}}\n{{#if keepsDocs}}\n    summary="Create',
      '{{/if}}\n{{#if keepsDocs}}\n    summary="Create',
      ['src/demo/quests/router.py:37:2 error rate-limits'],
    ],
    [
      'a message with values in it',
      'router.py',
      'logger.info("{{words}} deleted", extra={"{{itemId}}": str({{itemId}})})',
      'logger.info("{{words}} deleted: %s", {{itemId}})',
      ['src/demo/quests/router.py:152:17 error structured-logging'],
    ],
    [
      'a file that is no Python',
      'models.py',
      'from dataclasses import dataclass\n',
      'from dataclasses import dataclass\n\ndef broken(:\n',
      [expect.stringMatching(/^src\/demo\/quests\/models\.py:\d+:\d+ error syntax$/)],
    ],
  ])('%s is told, with its place', async (_, name, from, to, expected) => {
    expect(shippedText(name)).toContain(from);
    expect(await said(overridden(name, (text) => text.replace(from, () => to)))).toEqual(expected);
  });

  test('what stood there before is nobody else’s fault', async () => {
    const old = `${app['src/demo/api.py']}\n\ndef tell(name):\n    return name\n`;
    const worse = overridden(
      'dependencies.py',
      (text) => `${text}\n\ndef tell(name):\n    return name\n`,
    );
    expect(await said({ 'src/demo/api.py': old })).toEqual([]);
    expect(await said(worse)).toHaveLength(2);
  });

  test('a comment with a reason lets a finding stand', async () => {
    const text =
      '\n\ndef tell(name):  # create-persona-ignore type-hints: a plugin of ours\n    return name\n';
    expect(await said(overridden('dependencies.py', (before) => before + text))).toEqual([]);
  });

  test('a convention that the persona does not keep is not held', async () => {
    const text = '\n\ndef tell(name):\n    return name\n';
    const own = persona('payments-dev', ['arrange-act-assert']);
    const files = { ...own, ...overridden('dependencies.py', (before) => before + text) };
    expect(await said(files)).toEqual([]);
  });

  test('a convention of the team’s is held by the check that it names, also where our templates write', async () => {
    const own = {
      ...persona('payments-dev', ['our-tests']),
      '.persona/conventions/our-tests.md':
        '---\nid: our-tests\ntitle: Our tests\npart: testing\nstack: python\napplies: ["src/**/models.py"]\nrule: R.\ncheck: coverage-gates\n---\n\nWhy.\n\n## Good\n\nx\n\n## Bad\n\ny\n',
    };
    expect(await said(own)).toEqual([
      'src/demo/quests/models.py:1:1 error coverage-gates',
      'src/demo/quests/models.py:1:1 error coverage-gates',
    ]);
  });

  test('and one that names no check of ours is refused, with those that there are', async () => {
    const own = {
      '.persona/conventions/our-tests.md':
        '---\nid: our-tests\ntitle: Our tests\npart: testing\nstack: python\napplies: ["**"]\nrule: R.\ncheck: coverage-gate\n---\n\nWhy.\n\n## Good\n\nx\n\n## Bad\n\ny\n',
    };
    await expect(said(own)).rejects.toMatchObject({
      name: 'ConventionWrong',
      mend: expect.stringContaining('Did you mean `coverage-gates`?'),
    });
  });
});

test('the command line writes nothing, names file, line and check, and ends with 1', async () => {
  const place = folder({ ...app });
  write(
    place,
    overridden('router.py', (text) => `${text}\n\nprint("hello")\n`),
  );
  const before = filesIn(place);

  const { code, stdout, stderr } = await run(place, ['endpoint', 'quest', '--yes']);

  expect(stdout + stderr).toMatch(
    /src\/demo\/quests\/router\.py:\d+:1 {2}error {2}structured-logging/,
  );
  expect(stdout + stderr).toContain('Nothing was written.');
  expect(code).toBe(1);
  expect(filesIn(place)).toEqual(before);
});

const persona = (id: string, conventions: readonly string[]): Files => ({
  [`.persona/personas/${id}.md`]: `---\nid: ${id}\ntitle: T\nsummary: S\nexpertise: [E]\nfocus: [F]\nstack: fastapi\ncan: [read]\nbudget: 9\nconventions: [${conventions.join(', ')}]\n---\n\n## Role description\n\nText.\n`,
});
