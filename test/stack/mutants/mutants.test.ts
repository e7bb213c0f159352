import { expect, test } from 'vitest';
import { mutated, pathOf, project } from './hunt.ts';
import { mutants } from './mutants.ts';

/** `npm run mutants` makes them all; here it is seen that each can still be made. */

const files = await project();

test('there are at least twenty, in routers, schemas, both stores and the core', () => {
  const places = new Set(mutants.map(({ file }) => file));
  expect(mutants.length).toBeGreaterThanOrEqual(20);
  expect(places.size).toBeGreaterThan(8);
  expect(new Set(mutants.map(({ name, file }) => `${file}: ${name}`)).size).toBe(mutants.length);
});

test.each(mutants)('$file: $name', (mutant) => {
  expect(mutated(mutant, files)).not.toBe(files[pathOf(mutant)]);
});
