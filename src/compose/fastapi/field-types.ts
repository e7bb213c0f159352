/** The types that a field may have, and how each is said in Python, in JSON and in tests. */

export interface FieldType {
  /** In the domain model. */
  readonly python: string;
  /** In a request, with its limits. */
  readonly annotation: string;
  /** What stands in a valid request, as Python would write the JSON; then another that is valid. */
  readonly samples: readonly [string, string];
  /** What no request may hold, and why. */
  readonly wrong: readonly (readonly [value: string, because: string])[];
  /** A default as Python writes it, or nothing where the text is none. */
  readonly literal: (text: string) => string | undefined;
  /** `list` and `dict`: each needs a new one. */
  readonly factory?: string;
  /** What Neo4j keeps, where it is not the value itself; `%` stands for it. */
  readonly toNode?: string;
  readonly fromNode?: string;
  /** How a test makes what the driver would hand back, where that is another type. */
  readonly inRecord?: string;
}

/** What a person writes between the parentheses of a type: `1..64`. */
export interface Bounds {
  readonly from?: number;
  readonly to?: number;
}

const textType = (longest: number, { from = 1, to = longest }: Bounds): FieldType => ({
  python: 'str',
  annotation: `Annotated[str, StringConstraints(strip_whitespace=True, min_length=${from}, max_length=${to})]`,
  samples: [pad('first', from, to), pad('other', from, to)],
  wrong: [
    ...(from > 0 ? ([['""', 'empty']] as const) : []),
    [`"x" * ${to + 1}`, 'too long'],
    ['1', 'not a text'],
  ],
  literal: (text) => (text.length >= from && text.length <= to ? pythonText(text) : undefined),
});

const numberType = (python: 'int' | 'float', { from, to }: Bounds): FieldType => {
  const [low, high] = [from ?? 1, to ?? (from ?? 1) + 1];
  const shown = (value: number) => (python === 'float' ? pythonFloat(value) : String(value));
  const bounds = [
    from === undefined ? (python === 'int' ? 'ge=-MAX_INTEGER' : '') : `ge=${shown(from)}`,
    to === undefined ? (python === 'int' ? 'le=MAX_INTEGER' : '') : `le=${shown(to)}`,
    python === 'float' ? 'allow_inf_nan=False' : '',
  ].filter((each) => each !== '');
  return {
    python,
    annotation: `Annotated[${python}, Field(${bounds.join(', ')})]`,
    samples: [shown(low), shown(high)],
    wrong: [
      ['"many"', 'not a number'],
      ...(python === 'int'
        ? ([[from === undefined ? '-(2**53)' : String(from - 1), 'too small']] as const)
        : ([['float("inf")', 'infinite']] as const)),
      ...(to === undefined && python === 'float'
        ? []
        : ([[to === undefined ? '2**53' : shown(to + 1), 'too large']] as const)),
    ],
    literal: (text) => {
      const value = Number(text);
      const isNumber =
        /^-?\d+(\.\d+)?$/.test(text) && (python === 'float' || Number.isSafeInteger(value));
      const fits =
        value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY);
      return isNumber && fits ? shown(value) : undefined;
    },
  };
};

const decimalType = ({ from, to }: Bounds): FieldType => {
  const low = from ?? 1;
  return {
    python: 'Decimal',
    annotation: `Annotated[Decimal, Field(${from === undefined ? '' : `ge=${from}, `}${to === undefined ? '' : `le=${to}, `}max_digits=18, decimal_places=4)]`,
    samples: [`"${low}.50"`, `"${low}.75"`],
    wrong: [
      ['"many"', 'not a number'],
      ['"0.00001"', 'too precise'],
    ],
    literal: (text) => (/^-?\d{1,14}(\.\d{1,4})?$/.test(text) ? `Decimal("${text}")` : undefined),
    toNode: 'str(%)',
    fromNode: 'Decimal(%)',
    inRecord: 'str(%)',
  };
};

const booleanType: FieldType = {
  python: 'bool',
  annotation: 'bool',
  samples: ['True', 'False'],
  wrong: [['"maybe"', 'neither true nor false']],
  literal: (text) => ({ true: 'True', false: 'False' })[text.toLowerCase()],
};

const dateType: FieldType = {
  python: 'date',
  annotation: 'date',
  samples: ['"2026-01-02"', '"2026-03-04"'],
  wrong: [['"2026-13-01"', 'no date']],
  literal: () => undefined,
  fromNode: '%.to_native()',
  inRecord: 'Date.from_native(%)',
};

const datetimeType: FieldType = {
  python: 'datetime',
  annotation: 'AwareDatetime',
  samples: ['"2026-01-02T03:04:05Z"', '"2026-06-07T08:09:10Z"'],
  wrong: [
    ['"yesterday"', 'no time'],
    ['"2026-01-02T03:04:05"', 'without a zone'],
  ],
  literal: () => undefined,
  fromNode: '%.to_native()',
  inRecord: 'DateTime.from_native(%)',
};

const uuidType: FieldType = {
  python: 'UUID',
  annotation: 'UUID',
  samples: ['"0f8fad5b-d9cb-469f-a165-70867728950e"', '"7c9e6679-7425-40de-944b-e07fc1f90ae7"'],
  wrong: [['"7c9e"', 'no identifier']],
  literal: () => undefined,
  toNode: 'str(%)',
  fromNode: 'UUID(%)',
  inRecord: 'str(%)',
};

const dictType: FieldType = {
  python: 'dict[str, JsonValue]',
  annotation:
    'Annotated[dict[str, JsonValue], Field(max_length=MAX_ENTRIES), AfterValidator(no_blank_keys)]',
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

const pad = (word: string, from: number, to: number) =>
  JSON.stringify(word.padEnd(from, 'x').slice(0, to));

/** A text as ruff would format it; JSON escapes are escapes of Python, too. */
export const pythonText = (text: string): string =>
  text.includes('"') && !text.includes("'")
    ? `'${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}'`
    : JSON.stringify(text);

const pythonFloat = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));
