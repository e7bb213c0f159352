import { snake } from '../../words.ts';
import { instanceOf } from './instance.ts';
import type { FunctionOf, Module, Parameter } from './module.ts';
import { readType, type Type } from './type.ts';
import { fresh, type Making, sampleOf, typeText } from './value.ts';
import type { Home } from './world.ts';

/** How a function is called, and what comes of it. */
export interface Shape {
  readonly isAsync: boolean;
  readonly gives: 'nothing' | 'value' | 'items' | 'context' | 'attribute';
}

export function shapeOf(fn: FunctionOf): Shape {
  const returns = readType(fn.returns);
  const last = returns.is === 'name' ? returns.name.split('.').at(-1)! : '';
  const isContext = fn.decorators.some((each) => /(^|\.)(async)?contextmanager$/.test(each));
  const isStream = /^Async(Iterator|Generator|Iterable)$/.test(last) || (fn.isAsync && fn.yields);
  if (isContext) return { isAsync: isStream, gives: 'context' };
  if (isStream) return { isAsync: true, gives: 'items' };
  if (fn.yields) return { isAsync: false, gives: 'items' };
  if (fn.how === 'property') return { isAsync: false, gives: 'attribute' };
  const isNothing = /^(None|NoReturn|Never)$/.test(last);
  return {
    isAsync: fn.isAsync || /^(Awaitable|Coroutine)$/.test(last),
    gives: isNothing ? 'nothing' : 'value',
  };
}

export interface Arranged {
  readonly arranged: readonly string[];
  readonly call: string;
  readonly shape: Shape;
}

/**
 * Variables for what a function takes, and its call.
 *
 * @param given - parameters whose values come from elsewhere, such as a table
 */
export function arrange(
  fn: FunctionOf,
  inside: Module,
  making: Making,
  given: ReadonlyMap<string, string> = new Map(),
): Arranged {
  const home = { module: inside.dotted, name: fn.owner || fn.name, inside };
  for (const variable of given.values()) making.variables.add(variable);
  const name = calleeOf(fn, home, making);
  const owned = making.world.classAt(home)?.variables ?? [];
  const around = {
    inside,
    variables: new Map([...owned, ...fn.variables]),
    isFull: fn.parameters.some(({ kind }) => kind === 'args'),
  };
  let isPlaced = true;
  const parts = fn.parameters.flatMap((parameter) => {
    const { kind } = parameter;
    if (kind === 'positional' && !isPlaced) return [];
    const handed = given.get(parameter.name) ?? handOver(parameter, around, making);
    if (handed === undefined) {
      isPlaced &&= kind === 'keyword';
      return [];
    }
    if (kind === 'kwargs') return [`${freeKeyword(fn)}=${handed}`];
    return [kind === 'keyword' || !isPlaced ? `${parameter.name}=${handed}` : handed];
  });
  const shape = shapeOf(fn);
  return {
    arranged: making.arranged,
    call: shape.gives === 'attribute' ? name : `${name}(${parts.join(', ')})`,
    shape,
  };
}

/** What is called: a function, something of a class, or of one that is made for it. */
function calleeOf(fn: FunctionOf, home: Home, making: Making): string {
  const { names } = making;
  if (fn.owner === '') return names.use(home.module, fn.name);
  if (fn.how === 'static' || fn.how === 'class')
    return `${names.use(home.module, fn.owner)}.${fn.name}`;
  const made = instanceOf(home, making) ?? 'object()';
  const wanted = snake(fn.owner.split('.').at(-1)!).split('_').at(-1)!;
  const isTaken = fn.parameters.some(({ name }) => name === wanted);
  const variable = fresh(isTaken ? 'subject' : wanted, making);
  making.arranged.push(`${variable} = ${made}`);
  return `${variable}.${fn.name}`;
}

interface Around {
  readonly inside: Module;
  readonly variables: ReadonlyMap<string, string>;
  /** Something follows by its place, so that nothing before it may be left out. */
  readonly isFull: boolean;
}

/** The name of what is handed over for a parameter; nothing, where its default will do. */
function handOver(
  parameter: Parameter,
  { inside, variables, isFull }: Around,
  making: Making,
): string | undefined {
  const { name, kind, type, default: value } = parameter;
  const isInjected = /^(\w+\.)?(Depends|Query|Path|Body|Header|Cookie|File|Form|Security)\(/.test(
    value ?? '',
  );
  const isPlain =
    value !== undefined && /^(-?\d[\d_.]*|"[^"\\{}]*"|'[^'\\"{}]*'|True|False)$/.test(value);
  const isOpen = value === undefined || isInjected || (isFull && kind !== 'keyword');
  if (!isOpen && (!isPlain || isSecret(name))) return undefined;
  const said = { type: readType(type ?? 'object'), inside, variables };
  const made =
    isPlain && !isInjected
      ? value.replace(/^'(.*)'$/, '"$1"')
      : sampleOf(said, singularOf(name, kind), making);
  if (making.fixtures.has(made) || making.variables.has(made)) return made;
  const variable = fresh(name, making);
  const annotation = isInvariant(said.type) && !isPlain ? typeText(said, making) : undefined;
  making.arranged.push(`${variable}${annotation === undefined ? '' : `: ${annotation}`} = ${made}`);
  return variable;
}

const isSecret = (name: string) => /pas+wo?r?d|pass|pwd|token|secret/i.test(name);

const singularOf = (name: string, kind: Parameter['kind']) =>
  kind === 'args' || kind === 'kwargs' ? name.replace(/(?<=\w\w)s$/, '') : name;

/** A literal of such a type means another one, unless the variable says so. */
const isInvariant = (type: Type): boolean =>
  type.is === 'name'
    ? /(^|\.)(list|List|dict|Dict|set|Set|Mapping|MutableMapping|Sequence|Iterable|Collection|frozenset|tuple|defaultdict|Literal)$/.test(
        type.name,
      ) && type.of.length > 0
    : type.is === 'union' && type.of.some(isInvariant);

const freeKeyword = (fn: FunctionOf) => {
  const taken = new Set(fn.parameters.map(({ name }) => name));
  return ['key', 'other', 'further'].find((each) => !taken.has(each)) ?? 'more';
};
