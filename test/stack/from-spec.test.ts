import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/stages.ts';
import { planFor, service, written } from './ask.ts';
import { combinations } from './combinations.ts';
import { planFrom, read } from './from.ts';

/** A specification that our own generator wrote becomes the endpoint that it specifies. */

const demo = await service();

const specOf = async (said: Answers): Promise<string> => {
  const { files } = await planFrom(
    'spec',
    { type: 'api', summary: 'What it is for.', ...said },
    {},
  );
  return files.find(({ path }) => path.endsWith('.spec.md'))!.text;
};

/** What `spec` is told of an API is what `endpoint` is told of it. The halves of GET it has no word for. */
const cases = Object.entries(combinations).filter(
  ([, { methods = [] }]) => !/[a-z]/.test(String(methods)),
);

test.each(cases)('%s: by way of a specification the same files as by flags', async (many, said) => {
  const flags = {
    path: `/${many.replaceAll('_', '-')}`,
    methods: ['GET,POST,PUT,PATCH,DELETE'],
    fields: ['name:str'],
    ...said,
  };
  const project = { ...demo, 'specs/it.spec.md': await specOf(flags) };

  const plan = await planFrom('endpoint', { from: 'specs/it.spec.md' }, project);

  const ours = await planFor('endpoint', { summary: 'What it is for.', ...flags }, demo);
  expect(plan.changes).toBeUndefined();
  const code = ({ files }: typeof plan) => files.filter(({ path: at }) => !at.endsWith('.json'));
  expect(code(plan)).toEqual(code(ours));
});

test('what is said beside it wins', async () => {
  const project = { 'a.spec.md': await specOf({ name: 'Quests', fields: ['title:str'] }) };
  const { answers } = await read(project, {
    from: 'a.spec.md',
    fields: ['body:text'],
    owner: 'none',
  });
  expect(answers).toMatchObject({ name: 'Quests', fields: ['body:text'], owner: 'none' });
});

test('the second time nothing changes', async () => {
  const project = { ...demo, 'a.spec.md': await specOf({ name: 'Quests', fields: ['title:str'] }) };
  const once = written(project, await planFrom('endpoint', { from: 'a.spec.md' }, project));
  expect(written(once, await planFrom('endpoint', { from: 'a.spec.md' }, once))).toEqual(once);
});

test('what an endpoint has not is told', async () => {
  const text = (await specOf({ name: 'Quests', fields: ['title:str'] })).replace(
    'methods:',
    'colour: red\nmethods:',
  );
  const { changes } = await read({ 'a.spec.md': text }, { from: 'a.spec.md' });
  expect(changes).toEqual([
    {
      how: 'lost',
      path: 'a.spec.md',
      line: 27,
      what: 'key colour',
      because: 'is nothing that an endpoint has',
    },
  ]);
});

describe('refused, with the place:', () => {
  test.each<[string, string | RegExp, string, RegExp, RegExp]>([
    ['of a feature', 'type: api', 'type: feature', /^a\.spec\.md:1 .*`feature`/, /spec "…" api/],
    [
      'without the block',
      '```yaml',
      '```text',
      /^a\.spec\.md:23 has no block/,
      /create-persona spec/,
    ],
    [
      'whose block is broken',
      'methods: [',
      'methods: [[',
      /^a\.spec\.md:\d+ cannot be read/,
      /Mend/,
    ],
    [
      'whose front matter is broken',
      'type: api',
      'type: "api',
      /^a\.spec\.md:\d+ cannot be read/,
      /Mend/,
    ],
    [
      'with a number for a type',
      'title: "str"',
      'title: 1',
      /^a\.spec\.md:29 .*`title`/,
      /`title: "str"`/,
    ],
    [
      'with a path that is a list',
      /path: .*/,
      'path: [a]',
      /^a\.spec\.md:26 has a `path`/,
      /as `create-persona spec` does/,
    ],
  ])('one %s', async (_, from, to, says, mend) => {
    const text = (await specOf({ name: 'Quests', fields: ['title:str'] })).replace(from, to);
    const attempt = read({ 'a.spec.md': text }, { from: 'a.spec.md' });
    await expect(attempt).rejects.toMatchObject({
      name: 'SourceWrong',
      message: expect.stringMatching(says),
      mend: expect.stringMatching(mend),
    });
  });

  test('an operation of it', async () => {
    const attempt = read({ 'a.spec.md': 'x' }, { from: 'a.spec.md', operation: 'listQuests' });
    await expect(attempt).rejects.toMatchObject({ name: 'FlagWrong' });
  });
});
