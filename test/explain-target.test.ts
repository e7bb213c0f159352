import { describe, expect, test } from 'vitest';
import { explainTarget, placesOf } from '../src/explain-target.ts';
import { placeOf } from '../src/place.ts';
import { shipped } from '../src/shipped.ts';
import type { Kind } from '../src/target.ts';
import { targets } from '../src/targets/index.ts';

const kinds: readonly Kind[] = ['agent', 'instruction', 'memory', 'prompt', 'skill', 'spec'];

describe.each(targets)('$id', (target) => {
  const places = placesOf(target, shipped.personas);

  test.each(kinds)('has a place for each %s, or says why there is none', (kind) => {
    const { says, path } = places[kinds.indexOf(kind)]!;

    const reason = /^no place: [A-Z].+\.$/.test(says);
    expect({ isPlace: path !== undefined, reason }).toEqual({
      isPlace: target.homes[kind] !== null,
      reason: target.homes[kind] === null,
    });
  });

  test('names no place that it would not read itself', () => {
    const paths = places.flatMap(({ kind, path }) =>
      path === undefined || kind === 'skill'
        ? []
        : [path.replace('<id>', 'x').replace('<name>', 'x')],
    );

    const unread = paths.filter((path) => placeOf(path, targets) === undefined);

    // The files of the seed's Hypertool are read by no program.
    expect(unread).toEqual(target.id === 'hypertool-json' ? paths : []);
  });

  test('is explained with its pages, and without what nobody could read', () => {
    const text = explainTarget(target, shipped.personas);

    expect(text).toContain(target.vocabulary.sources[0]);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});
