import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generators } from '../generators/index.ts';
import { capabilityNames } from '../src/capability.ts';
import { checks } from '../src/checks/index.ts';
import { codeChecks } from '../src/code-checks/index.ts';
import { commands } from '../src/commands/index.ts';
import { gates } from '../src/gates/index.ts';
import { importers } from '../src/importers/index.ts';
import { reporters } from '../src/reporters/index.ts';
import { reserved } from '../src/reserved.ts';
import { shipped } from '../src/shipped.ts';
import { targets } from '../src/targets/index.ts';

/** A shelf is a folder of units: one file each, all on the list, each named as its file. */
test.each([
  ['generators', generators.map(({ name }) => name)],
  ['src/checks', checks.map(({ name }) => name)],
  ['src/code-checks', codeChecks.map(({ name }) => name)],
  ['src/commands', commands.map(({ name }) => name)],
  ['src/gates', gates.map(({ name }) => name)],
  ['src/importers', importers.map(({ name }) => name)],
  ['src/reporters', reporters.map(({ name }) => name)],
  ['src/targets', targets.map(({ id }) => id)],
])('%s lists every file that it holds', (shelf, listed) => {
  const files = readdirSync(new URL(`../${shelf}/`, import.meta.url)).filter(
    (file) => file.endsWith('.ts') && file !== 'index.ts',
  );
  expect([...listed].sort()).toEqual(files.map((file) => file.replace('.ts', '')).sort());
});

test('no persona can be called as a command or a generator is', () => {
  expect([...reserved].sort()).toEqual(
    ['help', ...commands.map(({ name }) => name), ...generators.map(({ name }) => name)].sort(),
  );
});

test.each(shipped.conventions.map((convention) => [convention.id, convention] as const))(
  'the convention %s is called as its file',
  (id, { path }) => {
    expect(path).toBe(`templates/conventions/${id}.md`);
  },
);

test.each(shipped.personas.map((persona) => [persona.id, persona] as const))(
  'the conventions of %s are all on the shelf',
  (_, { conventions }) => {
    const known = shipped.conventions.map(({ id }) => id);
    expect(conventions.filter((id) => !known.includes(id))).toEqual([]);
  },
);

test.each(targets.map((target) => [target.id, target] as const))(
  'the vocabulary of %s speaks of capabilities that there are',
  (_, { vocabulary }) => {
    const within = Object.values(vocabulary.capabilities).flatMap(
      (expression) => expression?.within ?? [],
    );
    const names: readonly string[] = capabilityNames;
    expect(
      [...Object.keys(vocabulary.capabilities), ...within].filter((name) => !names.includes(name)),
    ).toEqual([]);
    expect(vocabulary.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  },
);

test.each(targets.map((target) => [target.id, target] as const))(
  '%s says why, for each kind of file that it has no place for',
  (_, { homes, why }) => {
    const homeless = Object.entries(homes).flatMap(([kind, home]) => (home === null ? [kind] : []));
    expect(Object.keys(why).sort()).toEqual(homeless.sort());
    for (const reason of Object.values(why)) expect(reason).toMatch(/^[A-Z].*\.$/);
  },
);
