import { digits, nonBlank } from '../fastapi/scalar-types.ts';
import type { References } from './references.ts';
import { type Schema, schemaOf, typeOf } from './schema.ts';

/** The type of a field that a schema comes to, the keys that it holds to, and what it does not. */
export interface TypeWord {
  readonly type?: string;
  readonly held: ReadonlySet<string>;
  readonly because?: string;
  /** The key that `because` speaks of. */
  readonly key?: string;
}

const kinds: Readonly<Record<string, (schema: Schema, references: References) => TypeWord>> = {
  string: textWord,
  integer: (schema) => numberWord('int', schema),
  number: (schema) => numberWord('float', schema),
  boolean: () => ({ type: 'bool', held: new Set() }),
  object: mapWord,
  array: listWord,
};

export function typeWord(schema: Schema, references: References): TypeWord {
  const type = typeOf(schema);
  const choice = ['oneOf', 'anyOf'].find((key) => schema.keys.has(key));
  if (choice !== undefined) return decimalWord(schema, choice, references);
  if (schema.keys.has('not'))
    return { held: new Set(), because: '`not` cannot be told', key: 'not' };
  const because = type === '' ? 'it has no type' : `\`${type}\` is no type of a field`;
  return Object.hasOwn(kinds, type)
    ? kinds[type]!(schema, references)
    : { held: new Set(), because, key: 'type' };
}

const formats: Readonly<Record<string, string>> = {
  date: 'date',
  'date-time': 'datetime',
  uuid: 'uuid',
};

/** The longest text that a `str` takes by itself. */
const usual = 200;

function textWord({ keys }: Schema): TypeWord {
  const format = String(keys.get('format')?.value ?? '');
  const choices = keys.get('enum')?.items() ?? [];
  if (keys.has('enum') || keys.has('const')) {
    const words = choices.filter(({ value }) => value !== null).map(({ value }) => String(value));
    const canBe = words.length > 1 && words.every((each) => /^[\w-]+( [\w-]+)*$/.test(each));
    if (canBe)
      return { type: words.join('|'), held: new Set(['enum', 'format', 'minLength', 'maxLength']) };
    return { held: new Set(), because: 'its choices cannot be those of a field', key: 'enum' };
  }
  if (format === 'binary' || keys.has('contentEncoding') || keys.has('contentMediaType'))
    return { held: new Set(), because: 'it is no text', key: 'format' };
  if (format === 'decimal') return digitsWord(String(keys.get('pattern')?.value ?? ''));
  if (Object.hasOwn(formats, format)) return { type: formats[format]!, held: new Set(['format']) };
  const from = whole(keys.get('minLength')?.value) ?? 0;
  const to = whole(keys.get('maxLength')?.value) ?? Math.max(usual, from);
  const open = keys.has('maxLength')
    ? {}
    : { because: `has at most ${to} letters`, key: 'maxLength' };
  const held = new Set(['minLength', 'maxLength']);
  if (from > 0 && keys.get('pattern')?.value === nonBlank(from)) held.add('pattern');
  if (from === 1 && to === usual) return { type: 'str', held, ...open };
  if (from === 1 && to === 10_000) return { type: 'text', held, ...open };
  return { type: `str(${from}..${to})`, held, ...open };
}

/** A decimal in a text. What its digits look like is told by a pattern, and one of ours we know. */
const digitsWord = (pattern: string): TypeWord => ({
  type: pattern === digits(0) ? 'decimal(0..)' : 'decimal',
  held: new Set(['format', ...([digits(0), digits(-1)].includes(pattern) ? ['pattern'] : [])]),
});

function numberWord(type: 'int' | 'float' | 'decimal', { keys }: Schema): TypeWord {
  if (keys.has('enum') || keys.has('const'))
    return { held: new Set(), because: 'its choices are no texts', key: 'enum' };
  const held = new Set(['minimum', 'maximum']);
  const int32 = type === 'int' && keys.get('format')?.value === 'int32';
  let from = number(keys.get('minimum')?.value) ?? (int32 ? -(2 ** 31) : undefined);
  let to = number(keys.get('maximum')?.value) ?? (int32 ? 2 ** 31 - 1 : undefined);
  if (['int32', 'int64', 'float', 'double'].includes(String(keys.get('format')?.value)))
    held.add('format');
  // In 3.0 it is a flag beside the bound, from 3.1 on the bound itself.
  const [above, below] = [keys.get('exclusiveMinimum'), keys.get('exclusiveMaximum')];
  if (type === 'int') {
    if (above?.value === true && from !== undefined) from += 1;
    if (below?.value === true && to !== undefined) to -= 1;
    if (above?.is === 'number') from = Math.max(from ?? -Infinity, Number(above.value) + 1);
    if (below?.is === 'number') to = Math.min(to ?? Infinity, Number(below.value) - 1);
    held.add('exclusiveMinimum').add('exclusiveMaximum');
  }
  if (type === 'int' && from === -Number.MAX_SAFE_INTEGER) from = undefined;
  if (type === 'int' && to === Number.MAX_SAFE_INTEGER) to = undefined;
  const [low, high] = [whole(from), whole(to)];
  if (low !== from) held.delete('minimum');
  if (high !== to) held.delete('maximum');
  const bounds = low === undefined && high === undefined ? '' : `(${low ?? ''}..${high ?? ''})`;
  return { type: `${type}${bounds}`, held };
}

/** A number or a text of digits, as pydantic says a decimal: `anyOf: [number, string]`. */
function decimalWord(schema: Schema, choice: string, references: References): TypeWord {
  const parts = schema.keys
    .get(choice)!
    .items()
    .map((each) => schemaOf(each, references));
  const types = parts.map(typeOf).filter((each) => each !== 'null');
  const digits = parts.find((each) => typeOf(each) === 'number');
  if (digits === undefined || types.sort().join(' ') !== 'number string')
    return { held: new Set(), because: `\`${choice}\` leaves open what it is`, key: choice };
  const word = numberWord('decimal', digits);
  return { ...word, held: new Set([...word.held, choice]) };
}

/** The most that a list or a map of ours holds. */
const most = 50;

function mapWord({ keys, properties }: Schema, references: References): TypeWord {
  const held = new Set(['maxProperties', 'additionalProperties', 'properties', 'required']);
  if (keys.get('propertyNames')?.get('pattern')?.value === nonBlank(1)) held.add('propertyNames');
  const inner = keys.get('additionalProperties');
  const isOpen =
    inner === undefined || inner.is === 'flag' || schemaOf(inner, references).keys.size === 0;
  const type = { type: 'dict', held };
  if (properties.size > 0)
    return {
      ...type,
      because: 'is a map of anything: its properties are not checked',
      key: 'properties',
    };
  if (!isOpen && !isAnything(schemaOf(inner, references)))
    return { ...type, because: 'is a map of anything', key: 'additionalProperties' };
  return { ...type, ...bounded(keys.get('maxProperties')?.value, 'maxProperties') };
}

const isAnything = ({ keys }: Schema) =>
  [...keys.keys()].every((key) => ['title', 'description'].includes(key));

function listWord({ keys }: Schema, references: References): TypeWord {
  const place = keys.get('items');
  const items = place === undefined ? undefined : schemaOf(place, references);
  const inner = items?.unknown === undefined && items !== undefined ? typeOf(items) : '';
  const word = ({ string: 'str', integer: 'int' } as Record<string, string>)[inner];
  if (word === undefined || items === undefined)
    return {
      held: new Set(),
      because: 'it is a list of something else than texts or integers',
      key: 'items',
    };
  const known = { str: 'str', int: 'int' }[word];
  const one = typeWord(items, references);
  const isExact =
    !items.isNullable &&
    one.type === known &&
    one.because === undefined &&
    [...items.keys.keys()].every((key) => one.held.has(key) || key === 'type');
  const held = new Set(['items', 'maxItems']);
  const type = `list[${word}]`;
  if (!isExact) {
    const because = word === 'str' ? 'holds any texts of 1 to 200 letters' : 'holds any integers';
    return { type, held, because, key: 'items' };
  }
  return { type, held, ...bounded(keys.get('maxItems')?.value, 'maxItems') };
}

const bounded = (given: unknown, key: string) =>
  given === most ? {} : { because: `holds at most ${most}`, key };

const number = (value: unknown) => (typeof value === 'number' ? value : undefined);

const whole = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
