import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/front-matter.ts';
import { sourceOf } from '../../src/intake/source.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { imported, roundTrip, textsOf } from '../support/import.ts';

/** The seed and its family, which are no part of this repository: without `../shared` nothing is to be done. */
const shared = join(import.meta.dirname, '../../../shared');
const seeds = join(shared, 'seeds');
const family = join(shared, 'corpus/tta');
const there = existsSync(seeds) && existsSync(family);
const seed = there ? readdirSync(seeds).find((name) => name.startsWith('000_'))! : '';
const read = (...parts: string[]) => readFileSync(join(...parts));
const names = (ending: string) =>
  there ? readdirSync(family).filter((name) => name.endsWith(ending)) : [];

/** Its text with the sure repairs, which is all that an import may change. */
const repaired = (bytes: Buffer) => sourceOf('x.md', bytes).source.text;

beforeAll(loadTokenizer);

describe.runIf(there)('the seed, which needs ../shared', () => {
  test('comes back line for line, and value for value', async () => {
    const text = repaired(read(seeds, seed));

    const back = await roundTrip(seed, text, 'augment');

    expect(parseDocument(back.text).body).toBe(parseDocument(text).body);
    expect(parseDocument(back.text).head).toEqual(parseDocument(text).head);
    expect(Object.keys(parseDocument(back.text).head)).toEqual(
      Object.keys(parseDocument(text).head),
    );
  });

  test('has 33 characters that are given back, and one that could be several', async () => {
    const { changes } = sourceOf(seed, read(seeds, seed));

    expect(changes.filter(({ how }) => how === 'mended')).toHaveLength(33);
    expect(changes.filter(({ how }) => how === 'lost')).toMatchObject([{ line: 34 }]);
  });

  test('is known as data', async () => {
    const plan = await imported({ [seed]: repaired(read(seeds, seed)) });
    const { head } = parseDocument(textsOf(plan)['.persona/personas/backend-dev.md']!);

    expect(head).toMatchObject({
      id: 'backend-dev',
      title: 'Backend Developer',
      can: ['read', 'search', 'edit', 'execute', 'test', 'remember'],
      paths: { deny: ['packages/**/frontend/**', '**/node_modules/**'] },
      gates: { development: 60, staging: 70, production: 80 },
      conventions: ['type-hints', 'specific-exceptions', 'async-io', 'pydantic-models'],
    });
    expect(
      (head['handoffs'] as { to: string; how: string }[]).map(({ to, how }) => `${how} ${to}`),
    ).toEqual([
      'consult architect',
      'delegate devops',
      'consult qa-engineer',
      'delegate frontend-dev',
    ]);
  });
});

describe.runIf(there)('the family of the seed, which needs ../shared', () => {
  test.each(names('.chatmode.md'))('%s comes back line for line', async (name) => {
    const text = repaired(read(family, name));

    const back = await roundTrip(name, text, 'augment');

    expect(parseDocument(back.text).body.trimStart()).toBe(parseDocument(text).body.trimStart());
  });

  test.each(['architect.chatmode.md', 'qa-engineer.chatmode.md'])(
    '%s comes back value for value',
    async (name) => {
      const text = repaired(read(family, name));

      const back = await roundTrip(name, text, 'augment');

      expect(parseDocument(back.text).head).toEqual(parseDocument(text).head);
    },
  );

  test('every value of a chat mode without description, tools and model comes back', async () => {
    const name = names('.chatmode.md').find((each) => each.startsWith('dialect-b'))!;
    const text = repaired(read(family, name));

    const back = await roundTrip(name, text, 'augment');

    expect(parseDocument(back.text).head).toMatchObject(parseDocument(text).head);
  });

  test.each(names('.instructions.md'))('%s comes back as it is', async (name) => {
    const text = repaired(read(family, name));

    const back = await roundTrip(name, text, 'augment');

    expect(parseDocument(back.text)).toEqual(parseDocument(text));
  });

  test.each(names('.memory.md'))('%s stays as it is', async (name) => {
    const text = repaired(read(family, name));

    const plan = await imported({ [name]: text });

    expect(textsOf(plan)[`.persona/memory/${name}`]).toBe(text);
  });
});
