import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { personaJsonSchema } from '../build/schema.ts';
import { readPersona } from '../src/persona.ts';
import { shipped } from '../src/shipped.ts';

const lines = [
  'id: tester',
  'title: Tester',
  'summary: Tests things. Use when something changed.',
  'expertise: [pytest]',
  'focus: [tests]',
  'can: [read, test]',
  'budget: 1000',
];
const persona = (...more: readonly string[]) =>
  `---\n${[...lines, ...more].join('\n')}\n---\n\n## Role description\n\nI test.\n`;
const path = '.persona/personas/tester.md';

test('a persona needs only a few keys', () => {
  expect(readPersona(path, persona())).toMatchObject({
    id: 'tester',
    servers: [],
    handoffs: [],
    paths: { deny: [] },
    sections: [{ title: 'Role description', text: 'I test.' }],
  });
});

describe('what is wrong with a persona is told with its line and its key', () => {
  test.each([
    ['an unknown key', persona('bugdet: 1'), 9, 'key `bugdet`', '`budget`'],
    ['a missing key', persona().replace('title: Tester\n', ''), 1, 'no `title`', 'title:'],
    ['a wrong type', persona().replace('budget: 1000', 'budget: much'), 8, '`budget`', 'line'],
    ['an unknown capability', persona().replace('[read, test]', '[read, fly]'), 7, 'fly', 'line'],
    ['a bad glob', persona("paths: { deny: ['../x'] }"), 9, '../x', 'line'],
    [
      'a gate that falls',
      persona('gates: { development: 80, staging: 70, production: 60 }'),
      9,
      'fall',
      'line',
    ],
    [
      'a hand-off of an unknown kind',
      persona('handoffs:', '  - to: a', '    how: ask', '    for: x'),
      11,
      'delegate',
      'line',
    ],
    [
      'another id than its file has',
      persona().replace('id: tester', 'id: taster'),
      2,
      '`taster`',
      'same name',
    ],
    ['no prose', persona().replace(/\n## Role[\s\S]*/, ''), 10, 'prose', 'Role description'],
    ['front matter that is no YAML', '---\nid: [\n---\n', 3, 'cannot be read', '---'],
  ])('%s', (_, text, line, says, mend) => {
    const read = () => readPersona(path, text);
    expect(read).toThrow(says);
    expect(read).toThrow(`${path}:${line}`);
    expect(read).toThrow(
      expect.objectContaining({ name: 'PersonaWrong', mend: expect.stringContaining(mend) }),
    );
  });
});

test('the JSON Schema for editors is the one that the reader has', () => {
  const kept = readFileSync(new URL('../schemas/persona.schema.json', import.meta.url), 'utf8');
  expect(kept.replaceAll('\r\n', '\n')).toBe(personaJsonSchema());
});

describe('the personas that ship', () => {
  const { personas } = shipped;
  const handoffs = personas.flatMap(({ id, handoffs: all }) =>
    all.map((handoff) => ({ from: id, ...handoff })),
  );

  test('are the five of the seed', () => {
    expect(personas.map(({ id }) => id).sort()).toEqual([
      'architect',
      'backend-dev',
      'devops',
      'frontend-dev',
      'qa-engineer',
    ]);
  });

  test('hand off to one another and to nobody else', () => {
    const ids = personas.map(({ id }) => id);
    expect(handoffs.filter(({ from, to }) => !ids.includes(to) || to === from)).toEqual([]);
  });

  test('are each reached from every other', () => {
    for (const { id } of personas) {
      const callers = handoffs.filter(({ to }) => to === id).map(({ from }) => from);
      expect(callers.sort()).toEqual(
        personas
          .map((each) => each.id)
          .filter((each) => each !== id)
          .sort(),
      );
    }
  });

  test('agree on who is consulted and who is delegated to', () => {
    const verbs = new Map(
      personas.map(({ id }) => [
        id,
        new Set(handoffs.filter(({ to }) => to === id).map(({ how }) => how)),
      ]),
    );
    expect([...verbs].filter(([, hows]) => hows.size > 1)).toEqual([]);
  });

  test('never leave a work to two', () => {
    for (const persona of personas) {
      const works = persona.handoffs.flatMap(({ leaves }) => leaves);
      expect(works).toEqual([...new Set(works)]);
    }
  });

  test('name nothing of the project that the seed came from', () => {
    expect(
      Object.values(shipped.sources).filter((text) => /\bTTA\b|gameplay|narrative/i.test(text)),
    ).toEqual([]);
  });
});
