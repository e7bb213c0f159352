import type { Doubles } from './double.ts';
import { keyOf } from './double.ts';
import { instanceOf } from './instance.ts';
import type { Module } from './module.ts';
import type { Names } from './names-in-test.ts';
import type { Kind } from './place.ts';
import { containers, mappings, plainValues } from './plain-values.ts';
import { named, readType, type Type } from './type.ts';
import type { Home, World } from './world.ts';

/** What one test is made with. Fixtures that it asks for are noted as they are met. */
export interface Making {
  readonly world: World;
  readonly doubles: Doubles;
  readonly names: Names;
  readonly kind: Kind;
  readonly fixtures: Map<string, string>;
  /** The lines of Arrange, and the variables in them. */
  readonly arranged: string[];
  readonly variables: Set<string>;
  readonly depth: number;
}

/** What a type is, and the module whose words it is said in. */
export interface Said {
  readonly type: Type;
  readonly inside: Module;
  readonly variables?: ReadonlyMap<string, string>;
}

const deepest = 4;

/** Something of a type, as Python writes it. What nobody can make is a mock that looks like it. */
export function sampleOf(said: Said, name: string, making: Making): string {
  const { type } = said;
  const inner = (each: Type | undefined, called = name) =>
    sampleOf({ ...said, type: each ?? named('object') }, called, making);
  if (type.is === 'text') return type.text;
  if (type.is === 'list') return `[${type.of.map((each) => inner(each)).join(', ')}]`;
  if (type.is === 'union')
    return inner(type.of.find((each) => !(each.is === 'name' && each.name === 'None')));
  return named_(type, said, name, making, inner);
}

function named_(
  type: Extract<Type, { is: 'name' }>,
  said: Said,
  name: string,
  making: Making,
  inner: (type: Type | undefined, called?: string) => string,
): string {
  const last = type.name.split('.').at(-1)!;
  const bound = said.variables?.get(type.name) ?? said.inside.variables.get(type.name);
  if (bound !== undefined)
    return bound === '' ? plain('str', name, making) : inner(readType(bound));
  const home = making.world.find(type.name, said.inside);
  const fixture = fixtureFor(said, name, making);
  if (fixture !== undefined) return fixture;
  if (home?.inside === undefined) return foreign(type, last, home, name, making, inner);
  return making.depth >= deepest
    ? mock(home, name, making)
    : own(home, name, { ...making, depth: making.depth + 1 });
}

/** Of Python or of a library. */
function foreign(
  { of }: Extract<Type, { is: 'name' }>,
  last: string,
  home: Home | undefined,
  name: string,
  making: Making,
  inner: (type: Type | undefined, called?: string) => string,
): string {
  const key = home === undefined ? '' : `${home.module}.${home.name}`;
  if (last === 'Literal') return inner(of[0]);
  if (plainValues[key] !== undefined) return plain(key, name, making);
  if (/^(Final|ClassVar|Required|NotRequired|ReadOnly|InitVar)$/.test(last)) return inner(of[0]);
  if (/^(type|Type)$/.test(last)) return className(of[0], inner);
  if (last === 'tuple' || last === 'Tuple') return tuple(of, name, inner);
  if (mappings.has(last))
    return `{${inner(of[0] ?? named('str'), 'key')}: ${inner(of[1], 'value')}}`;
  const shape = containers[last];
  if (shape !== undefined) return shape.replace('%', () => inner(of[0], singular(name)));
  if (/^(Callable)$/.test(last)) {
    const answer = of[1];
    const isAwaited = answer?.is === 'name' && /(^|\.)(Awaitable|Coroutine)$/.test(answer.name);
    const given = isAwaited ? answer.of.at(-1) : answer;
    const kind = making.names.use('unittest.mock', isAwaited ? 'AsyncMock' : 'MagicMock');
    return given === undefined ? `${kind}()` : `${kind}(return_value=${inner(given, 'answer')})`;
  }
  return home === undefined ? 'object()' : mock(home, name, making);
}

/** Of the project itself: what it has for its tests, else made by its own means. */
function own(home: Home, name: string, making: Making): string {
  const { world, doubles, names } = making;
  const inside = home.inside!;
  const key = `${home.module}.${home.name}`;
  const alias = inside.aliases.get(home.name);
  if (alias !== undefined) return sampleOf({ type: readType(alias), inside }, name, making);
  const below = inside.newTypes.get(home.name);
  if (below !== undefined)
    return `${names.use(home.module, home.name)}(${sampleOf({ type: readType(below), inside }, name, making)})`;
  const factory = doubles.factories.get(key);
  if (factory !== undefined) return `${names.use(factory.module, factory.name)}()`;
  const inMemory = doubles.inMemory.get(home.name);
  const real = making.kind === 'integration' ? realOne(home, making) : undefined;
  if (real !== undefined) return real;
  if (inMemory !== undefined) return `${names.use(inMemory.module, inMemory.name)}()`;
  return world.classAt(home) === undefined
    ? 'object()'
    : (instanceOf(home, making) ?? mock(home, name, making));
}

/** For a Protocol: a class beside it that keeps what it says on a store that there is a fixture for. */
function realOne(home: Home, making: Making): string | undefined {
  const { world, doubles } = making;
  const folder = home.module.split('.').slice(0, -1).join('.');
  for (const store of ['redis', 'neo4j']) {
    const module = world.module(`${folder}.${store}_${home.module.split('.').at(-1)}`);
    const found = [...(module?.classes.values() ?? [])].find(({ path }) =>
      path.endsWith(home.name),
    );
    const init = found?.functions.find(({ name }) => name === '__init__');
    const isServed = init?.parameters.some((each) => {
      const key = keyOf(readType(each.type ?? ''), module!, world);
      return key !== undefined && doubles.fixtures.has(key);
    });
    if (found && isServed)
      return instanceOf({ module: module!.dotted, name: found.path, inside: module }, making);
  }
  return undefined;
}

function fixtureFor({ type, inside }: Said, name: string, making: Making): string | undefined {
  const key = keyOf(type, inside, making.world);
  if (key === undefined) return undefined;
  const { fixtures, fixtureTypes } = making.doubles;
  const found = fixtureTypes.get(name) === key ? name : fixtures.get(key);
  if (found === undefined) return undefined;
  making.fixtures.set(found, typeText({ type, inside }, making) ?? 'object');
  return found;
}

/** A type in the words of the test; nothing, where it cannot be said there. */
export function typeText(said: Said, making: Making): string | undefined {
  const { type, inside } = said;
  if (type.is === 'text') return type.text;
  const all = type.of.map((each) => typeText({ ...said, type: each }, making));
  if (all.some((each) => each === undefined)) return undefined;
  if (type.is === 'list') return `[${all.join(', ')}]`;
  if (type.is === 'union') return all.join(' | ');
  if (type.name === 'None') return 'None';
  const bound = said.variables?.get(type.name) ?? inside.variables.get(type.name);
  if (bound !== undefined)
    return bound === '' ? 'str' : typeText({ ...said, type: readType(bound) }, making);
  const home = making.world.find(type.name, inside);
  if (home === undefined || home.name.split('.').some((part) => part.startsWith('_')))
    return undefined;
  const name = making.names.use(home.module, home.name);
  return all.length === 0 ? name : `${name}[${all.join(', ')}]`;
}

export function plain(type: string, name: string, { names }: Making): string {
  const key = type.includes('.') ? type : `builtins.${type}`;
  const { code, uses } = plainValues[key]!;
  if (code === '"$"' && isSecret(name)) return `${names.use('secrets', 'token_urlsafe')}(16)`;
  const locals = uses.map(([module, each]) => names.use(module, each));
  return code.replace(/%/g, () => locals.shift()!).replace('$', name.replace(/^_+/, ''));
}

/** https://docs.astral.sh/ruff/rules/hardcoded-password-string/ */
const isSecret = (name: string) => /pas+wo?r?d|pass|pwd|token|secret/i.test(name);

/**
 * A variable that looks like something of a class. It is sealed: what nobody has told it to answer
 * fails, and does not answer with one mock more, whose coroutines nobody would wait for.
 * https://docs.python.org/3/library/unittest.mock.html#sealing-mocks
 */
function mock(home: Home, name: string, making: Making): string {
  const { names, arranged } = making;
  const kind = names.use('unittest.mock', 'MagicMock');
  const isHidden = home.name.split('.').some((part) => part.startsWith('_'));
  const spec = isHidden ? '' : `spec=${names.use(home.module, home.name)}`;
  const variable = fresh(name, making);
  arranged.push(
    `${variable} = ${kind}(${spec})`,
    `${names.use('unittest.mock', 'seal')}(${variable})`,
  );
  return variable;
}

/** A variable that the test does not have yet. */
export function fresh(wanted: string, { names, variables, fixtures }: Making): string {
  let name = names.free(wanted);
  while (variables.has(name) || fixtures.has(name)) name = `other_${name}`;
  variables.add(name);
  return name;
}

function tuple(
  of: readonly Type[],
  name: string,
  inner: (type: Type | undefined, called?: string) => string,
): string {
  if (of.length === 0) return '()';
  const items = of.filter((each) => !(each.is === 'text' && each.text === '...'));
  return `(${items.map((each) => inner(each, singular(name))).join(', ')}${items.length === 1 ? ',' : ''})`;
}

function className(type: Type | undefined, inner: (type: Type | undefined) => string): string {
  const made = inner(type);
  return /^[A-Za-z_][\w.]*(?=\()/.exec(made)?.[0] ?? 'object';
}

const singular = (name: string) => name.replace(/(?<=\w\w)s$/, '');
