import { describe, expect, test } from 'vitest';
import endpoint from '../../generators/endpoint.ts';
import spec from '../../generators/spec.ts';
import { contractKeys } from '../../src/compose/contract.ts';
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

/** What `spec` is told of an API is what `endpoint` is told of it. */
test.each(Object.entries(combinations))(
  '%s: by way of a specification the same files as by flags',
  async (many, said) => {
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
  },
);

/** What is no property of an API, but of where its code goes or of this one run. */
const notCarried = ['from', 'operation', 'package', 'persona'];

test('whatever an endpoint can be asked for, a specification can carry', () => {
  // The summary is its overview.
  const carried = [...Object.keys(contractKeys), 'summary', ...notCarried];
  expect(carried.sort()).toEqual(endpoint.questions.map(({ name }) => name).sort());
  const asked = spec.questions.map(({ name }) => name);
  expect(asked).toEqual(expect.arrayContaining([...Object.keys(contractKeys), 'summary']));
});

test.each([
  [['list'], 'list'],
  [['read', 'post'], 'read, POST'],
  [['list,read'], 'GET'],
  [['create', 'get', 'replace', 'update', 'delete'], 'GET, POST, PUT, PATCH, DELETE'],
])('the methods %j are written as %s', async (methods, written) => {
  const text = await specOf({ name: 'Quests', methods });
  expect(text).toContain(`\nmethods: [${written}]\n`);
});

test('a method that no API has is refused by the specification already', async () => {
  const attempt = specOf({ name: 'Quests', methods: ['fetch'] });
  await expect(attempt).rejects.toMatchObject({ name: 'AnswerRefused' });
});

test('a field twice is refused by the specification already', async () => {
  const attempt = specOf({ name: 'Quests', fields: ['a:str', 'a:int'] });
  await expect(attempt).rejects.toMatchObject({ name: 'AnswerRefused' });
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

test('an overview that no docstring can hold is told', async () => {
  const summary = `${'Long '.repeat(121)}story.`;
  const { answers, changes } = await read(
    { 'a.spec.md': await specOf({ name: 'Quests', summary }) },
    { from: 'a.spec.md' },
  );
  expect(answers).not.toHaveProperty('summary');
  expect(changes).toMatchObject([{ how: 'lost', line: 12, what: 'text Overview' }]);
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
