import type { ClassOf, FieldOf, Module, Parameter } from './module.ts';
import { isPrivate } from './module.ts';
import { named, readType } from './type.ts';
import { type Making, plain, sampleOf } from './value.ts';
import type { Home } from './world.ts';

/** One of a class, made by its own means; nothing, where no such thing can be made. */
export function instanceOf(home: Home, making: Making): string | undefined {
  const own = making.world.classAt(home);
  if (own === undefined || isPrivate(home.name) || isAbstract(home, making)) return undefined;
  const name = making.names.use(home.module, home.name);
  const shape = shapeOf(home, making);
  if (shape.kind === 'enum')
    return own.members.length > 0 ? `${name}.${own.members[0]}` : undefined;
  if (shape.kind === 'unknown') return `${name}.__new__(${name})`;
  const called = `${name}${variablesText(home, own)}`;
  const parts = shape.parts.map(({ parameter, inside }) =>
    argument(parameter, inside, own, making),
  );
  return `${called}(${parts.filter((part) => part !== '').join(', ')})`;
}

interface Shape {
  readonly kind: 'known' | 'enum' | 'unknown';
  readonly parts: readonly { readonly parameter: Parameter; readonly inside: Module }[];
}

/** Classes whose fields are what their instances are made with. */
const recordBases =
  /^(pydantic\.BaseModel|pydantic_settings\.BaseSettings|pydantic_settings\.main\.BaseSettings|typing\.(NamedTuple|TypedDict)|typing_extensions\.TypedDict)$/;
const emptyBases =
  /^(builtins\.object|abc\.ABC|typing\.(Generic|Protocol|Any)|typing_extensions\.Protocol)$/;
const enumBases = /^enum\.\w*(Enum|Flag)$/;

/** What making one of a class takes, its bases in the project included. */
function shapeOf(home: Home, making: Making, depth = 0): Shape {
  const { world } = making;
  const own = world.classAt(home);
  if (own === undefined || home.inside === undefined || depth > 6)
    return { kind: 'unknown', parts: [] };
  const inside = home.inside;
  const init = own.functions.find(({ name }) => name === '__init__');
  if (init !== undefined)
    return { kind: 'known', parts: init.parameters.map((parameter) => ({ parameter, inside })) };
  if (own.functions.some(({ name }) => name === '__new__')) return { kind: 'unknown', parts: [] };
  const isRecord = own.decorators.some((each) =>
    /(^|\.)(dataclass|define|frozen|mutable)\b/.test(each),
  );
  let kind: Shape['kind'] = 'known';
  let isModel = false;
  const parts: Shape['parts'][number][] = [];
  for (const base of own.bases) {
    const name = base.replace(/\[.*$/s, '');
    const above = world.find(name, inside);
    const key = above === undefined ? name : `${above.module}.${above.name}`;
    if (enumBases.test(key)) return { kind: 'enum', parts: [] };
    if (recordBases.test(key)) isModel = true;
    else if (above?.inside !== undefined) {
      const shape = shapeOf(above, making, depth + 1);
      if (shape.kind === 'enum') return shape;
      if (shape.kind === 'unknown') kind = 'unknown';
      if (isModelAt(above, making)) isModel = true;
      parts.push(...shape.parts);
    } else if (/^builtins\.\w*(Error|Exception|Warning)$/.test(key)) {
      const parameter = {
        name: 'message',
        kind: 'positional',
        type: 'str',
        default: undefined,
      } as const;
      parts.push({ parameter, inside });
    } else if (!emptyBases.test(key) && !/^builtins\.(dict|list|set|str|tuple)$/.test(key))
      kind = 'unknown';
  }
  if (!isRecord && !isModel) return { kind, parts };
  const fields = own.fields.filter(isField).map((field) => ({
    parameter: parameterOf(field),
    inside,
  }));
  const kept = parts.filter(
    ({ parameter }) => !fields.some((each) => each.parameter.name === parameter.name),
  );
  return { kind, parts: [...kept, ...fields] };
}

/** Whether a class of the project is a model by one of its bases. */
function isModelAt(home: Home, making: Making): boolean {
  return (making.world.classAt(home)?.bases ?? []).some((base) => {
    const above = home.inside && making.world.find(base.replace(/\[.*$/s, ''), home.inside);
    if (above === undefined) return false;
    return (
      recordBases.test(`${above.module}.${above.name}`) ||
      (above.name !== home.name && isModelAt(above, making))
    );
  });
}

const isField = ({ name, type, default: value }: FieldOf) =>
  !/(^|\.)(ClassVar|KW_ONLY)\b/.test(type) &&
  !/^(model_config|_.*)$/.test(name) &&
  !/\binit\s*=\s*False/.test(value ?? '');

/** `Field(min_length=1)` is no default; `Field(default=1)`, `field(default_factory=list)` and `= 1` are. */
function parameterOf({ name, type, default: value }: FieldOf): Parameter {
  const call = /^(?:\w+\.)?(?:Field|field|attrib)\((.*)\)$/s.exec(value ?? '')?.[1];
  const hasDefault =
    call === undefined
      ? value !== undefined && value !== '...'
      : /\b(default|default_factory|factory)\s*=/.test(call);
  const alias = /\balias\s*=\s*["'](\w+)["']/.exec(call ?? '')?.[1];
  const inner = /^(?:\w+\.)?(?:NotRequired)\[/.test(type);
  return {
    name: alias ?? name,
    kind: 'keyword',
    type,
    default: hasDefault || inner ? 'None' : undefined,
  };
}

/** What a call hands over for a parameter that must be given; nothing, for any other. */
function argument(parameter: Parameter, inside: Module, own: ClassOf, making: Making): string {
  const { name, kind, type, default: value } = parameter;
  const byName = making.doubles.fixtureTypes.get(name);
  const isFixture =
    value !== undefined &&
    byName === 'builtins.str' &&
    type === 'str' &&
    kind === 'keyword' &&
    making.kind === 'integration';
  if (kind === 'args' || kind === 'kwargs' || (value !== undefined && !isFixture)) return '';
  const said = {
    type: type === undefined ? named('object') : readType(type),
    inside,
    variables: own.variables,
  };
  const made = type === undefined ? plain('object', name, making) : sampleOf(said, name, making);
  return kind === 'keyword' ? `${name}=${made}` : made;
}

/** A class of type variables says for what: nobody could tell from an empty call. */
function variablesText({ inside }: Home, { bases, variables }: ClassOf): string {
  const generic = bases.flatMap(
    (base) => /^(?:\w+\.)?(?:Generic|Protocol)\[(.*)\]$/s.exec(base)?.[1] ?? [],
  );
  const names = [...variables.keys(), ...generic.flatMap((each) => each.split(/\s*,\s*/))];
  if (names.length === 0) return '';
  const bounds = names.map((name) => variables.get(name) || inside?.variables.get(name) || 'str');
  return bounds.every((each) => /^(str|int|float|bytes|bool)$/.test(each))
    ? `[${bounds.join(', ')}]`
    : '';
}

/** A Protocol, or a class with a method that somebody else must write. */
export function isAbstract(home: Home, making: Making): boolean {
  const own = making.world.classAt(home);
  if (own === undefined) return false;
  if (own.bases.some((base) => /^(\w+\.)?Protocol\b/.test(base))) return true;
  const open = abstractNames(home, making);
  return [...open].some((name) => {
    const method = making.world.method(home, name);
    return method?.decorators.some((each) => /(^|\.)abstract/.test(each)) ?? false;
  });
}

function abstractNames(home: Home, making: Making, depth = 0): ReadonlySet<string> {
  const own = making.world.classAt(home);
  const inside = home.inside;
  if (own === undefined || inside === undefined || depth > 6) return new Set();
  const above = own.bases.flatMap((base) => {
    const found = making.world.find(base.replace(/\[.*$/s, ''), inside);
    return found?.inside === undefined ? [] : [...abstractNames(found, making, depth + 1)];
  });
  const names = own.functions
    .filter(({ decorators }) => decorators.some((each) => /(^|\.)abstract/.test(each)))
    .map(({ name }) => name);
  return new Set([...above, ...names]);
}
