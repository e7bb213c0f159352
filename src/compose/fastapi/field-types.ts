import { type Bounds, type FieldType, pythonText } from './field-type.ts';
import {
  booleanType,
  dateType,
  datetimeType,
  decimalType,
  numberType,
  textType,
  uuidType,
} from './scalar-types.ts';

/** Types of several values, and the names that all types go by. */

const dictType: FieldType = {
  python: 'dict[str, JsonValue]',
  annotation:
    'Annotated[dict[str, JsonValue], Field(max_length=MAX_ENTRIES, json_schema_extra={"propertyNames": {"pattern": r"\\S"}}), AfterValidator(no_blank_keys)]',
  samples: ['{"door": "north", "deep": {"locked": [True]}}', '{"door": "south"}'],
  wrong: [
    ['[]', 'no object'],
    ['{" ": 1}', 'a blank key'],
    ['{str(n): n for n in range(MAX_ENTRIES + 1)}', 'too many entries'],
  ],
  literal: (text) => (text === '{}' ? '{}' : undefined),
  factory: 'dict[str, JsonValue]',
  toNode: 'json.dumps(%)',
  fromNode: 'json.loads(%)',
  inRecord: 'json.dumps(%)',
};

const listType = (inner: 'str' | 'int'): FieldType => {
  const item = inner === 'str' ? textType(200, {}) : numberType('int', {});
  return {
    python: `list[${inner}]`,
    annotation: `Annotated[list[${item.annotation}], Field(max_length=MAX_ENTRIES)]`,
    samples: [`[${item.samples.join(', ')}]`, `[${item.samples[1]}]`],
    wrong: [
      ['"one"', 'no list'],
      ['[None]', 'an empty entry'],
      [`[${item.samples[0]}] * (MAX_ENTRIES + 1)`, 'too many entries'],
    ],
    literal: (text) => (text === '[]' ? '[]' : undefined),
    factory: `list[${inner}]`,
  };
};

const choiceType = (choices: readonly string[]): FieldType => {
  const python = `Literal[${choices.map(pythonText).join(', ')}]`;
  return {
    python,
    annotation: python,
    samples: [pythonText(choices[0]!), pythonText(choices.at(-1)!)],
    wrong: [['"something else"', 'none of the choices']],
    literal: (text) => (choices.includes(text) ? pythonText(text) : undefined),
  };
};

const makers: Readonly<Record<string, (bounds: Bounds) => FieldType>> = {
  str: (bounds) => textType(200, bounds),
  text: (bounds) => textType(10_000, bounds),
  int: (bounds) => numberType('int', bounds),
  float: (bounds) => numberType('float', bounds),
  decimal: decimalType,
  bool: () => booleanType,
  date: () => dateType,
  datetime: () => datetimeType,
  uuid: () => uuidType,
  dict: () => dictType,
  'list[str]': () => listType('str'),
  'list[int]': () => listType('int'),
};

const aliases: Readonly<Record<string, string>> = {
  string: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  json: 'dict',
  object: 'dict',
  list: 'list[str]',
  'list[string]': 'list[str]',
  'list[integer]': 'list[int]',
};

export const typeNames: readonly string[] = [...Object.keys(makers), 'one|of|these'];

/** The type of that name, `str(1..64)` and `low|high` included; nothing, where there is none. */
export function fieldType(name: string): FieldType | undefined {
  if (/^[\w -]+(\|[\w -]+)+$/.test(name))
    return choiceType([...new Set(name.split('|').map((each) => each.trim()))]);
  const [, word, from, to] =
    /^([a-z[\]]+)(?:\((-?\d*)\.\.(-?\d*)\))?$/.exec(name.toLowerCase()) ?? [];
  if (word === undefined) return undefined;
  const known = aliases[word] ?? word;
  const isBounded = from !== undefined;
  if (isBounded && !['str', 'text', 'int', 'float', 'decimal'].includes(known)) return undefined;
  const bounds = {
    ...(from ? { from: Number(from) } : {}),
    ...(to ? { to: Number(to) } : {}),
  };
  const isText = known === 'str' || known === 'text';
  if ((bounds.from ?? 0) > (bounds.to ?? Number.POSITIVE_INFINITY)) return undefined;
  if (isText && ((bounds.from ?? 0) < 0 || bounds.to === 0)) return undefined;
  return Object.hasOwn(makers, known) ? makers[known]!(bounds) : undefined;
}
