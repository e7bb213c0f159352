import type { Tree } from '../../tree.ts';
import type { FunctionOf, Module } from './module.ts';
import { dottedOf, type Kind } from './place.ts';
import { readModule } from './read-module.ts';
import { readType, type Type } from './type.ts';
import type { World } from './world.ts';

/** What a project has already to arrange its tests with. Keys are types: `app.players.models.Player`. */
export interface Doubles {
  /** Fixtures by the type that they hand over, and all of them by name. */
  readonly fixtures: ReadonlyMap<string, string>;
  readonly fixtureTypes: ReadonlyMap<string, string>;
  /** `make_player` of `tests/support/players.py`, which needs no argument. */
  readonly factories: ReadonlyMap<string, Place>;
  /** By the name of a Protocol: `InMemoryPlayerRepository` for `PlayerRepository`. */
  readonly inMemory: ReadonlyMap<string, Place>;
}

export interface Place {
  readonly module: string;
  readonly name: string;
}

export function doublesOf(project: Tree, world: World, testFile: string, kind: Kind): Doubles {
  const read = (path: string) => {
    const text = project.read(path);
    return text === undefined ? undefined : readModule(text, dottedOf(path), false);
  };
  const conftests = folders(testFile)
    .flatMap((folder) => read(`${folder}/conftest.py`) ?? [])
    .flatMap((module) => fixturesOf(module, world));
  const support = project
    .under('tests')
    .filter((path) => path.endsWith('.py') && !/(^|\/)(test_|conftest)|_test\.py$/.test(path))
    .flatMap((path) => read(path) ?? []);
  const made = support.flatMap((module) =>
    module.functions
      .filter(({ name, parameters }) => /^make_/.test(name) && parameters.every(isOptional))
      .flatMap(({ name, returns }): [string, Place][] => {
        const key = keyOf(readType(returns), module, world);
        return key === undefined ? [] : [[key, { module: module.dotted, name }]];
      }),
  );
  const classes = support.flatMap((module) =>
    [...module.classes.values()]
      .filter(({ path }) => /^InMemory[A-Z]\w*$/.test(path))
      .filter(
        ({ functions }) =>
          functions.find(({ name }) => name === '__init__')?.parameters.every(isOptional) ?? true,
      )
      .map(({ path }): [string, Place] => [
        path.slice('InMemory'.length),
        { module: module.dotted, name: path },
      ]),
  );
  return {
    fixtures: new Map(
      conftests
        .filter(({ key }) => !key.startsWith('builtins.'))
        .filter(({ name }) => kind === 'integration' || name !== 'app')
        .map(({ key, name }) => [key, name]),
    ),
    fixtureTypes: new Map(conftests.map(({ key, name }) => [name, key])),
    factories: new Map(made),
    inMemory: new Map(classes),
  };
}

const isOptional = (parameter: FunctionOf['parameters'][number]) =>
  parameter.default !== undefined || parameter.kind === 'args' || parameter.kind === 'kwargs';

const folders = (path: string) =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, nth, all) => all.slice(0, nth + 1).join('/'));

const fixturesOf = (module: Module, world: World) =>
  module.functions
    .filter(({ decorators }) => decorators.some((each) => /(^|\.)fixture\b/.test(each)))
    .flatMap(({ name, returns }) => {
      const type = readType(returns);
      const isHandedOver =
        type.is === 'name' && /(^|\.)(Async)?(Generator|Iterator)$/.test(type.name);
      const key = keyOf(isHandedOver ? type.of[0] : type, module, world);
      return key === undefined ? [] : [{ key, name }];
    });

/** How a type is known, wherever it is imported from. */
export function keyOf(type: Type | undefined, inside: Module, world: World): string | undefined {
  if (type?.is !== 'name') return undefined;
  const home = world.find(type.name, inside);
  return home === undefined ? undefined : `${home.module}.${home.name}`;
}
