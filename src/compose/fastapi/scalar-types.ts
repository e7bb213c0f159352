import { type Bounds, type FieldType, pythonText } from './field-type.ts';

/** Types of one value. */

export const textType = (longest: number, { from = 1, to = longest }: Bounds): FieldType => ({
  python: 'str',
  annotation: `Annotated[str, StringConstraints(strip_whitespace=True, min_length=${from}, max_length=${to}${from > 0 ? `, pattern=r"${nonBlank(from)}"` : ''})]`,
  spaced: [JSON.stringify(` ${JSON.parse(pad('first', from, to))} `), pad('first', from, to)],
  samples: [pad('first', from, to), pad('other', from, to)],
  wrong: [
    ...(from > 0
      ? ([
          ['""', 'empty'],
          [`" " * ${from}`, 'blank'],
        ] as const)
      : []),
    [`"x" * ${to + 1}`, 'too long'],
    ['1', 'not a text'],
  ],
  literal: (text) => (text.length >= from && text.length <= to ? pythonText(text) : undefined),
});

/** What is long enough without the blanks around it, as OpenAPI can say it. */
export const nonBlank = (from: number): string =>
  from < 2 ? '\\S' : from === 2 ? '\\S[\\s\\S]*\\S' : `\\S[\\s\\S]{${from - 2},}\\S`;

export const numberType = (python: 'int' | 'float', { from, to }: Bounds): FieldType => {
  const [low, high] = [from ?? 1, to ?? (from ?? 1) + 1];
  const shown = (value: number) => (python === 'float' ? pythonFloat(value) : String(value));
  const bounds = [
    from === undefined ? (python === 'int' ? 'ge=-MAX_INTEGER' : '') : `ge=${shown(from)}`,
    to === undefined ? (python === 'int' ? 'le=MAX_INTEGER' : '') : `le=${shown(to)}`,
    python === 'float' ? 'allow_inf_nan=False' : '',
    python === 'float' ? 'strict=True' : '',
  ].filter((each) => each !== '');
  return {
    python,
    // A strict `int` would refuse 1.0, which is an integer of JSON; a validator that stands before
    // the limits would keep them out of OpenAPI.
    annotation: `Annotated[${python}, Field(${bounds.join(', ')})${python === 'int' ? ', BeforeValidator(numbers_only)' : ''}]`,
    samples: [shown(low), shown(high)],
    wrong: [
      ['"many"', 'not a number'],
      ['True', 'a flag'],
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

/** What a decimal looks like: 18 digits, 4 of them behind the point. */
export const digits = (from: number | undefined): string =>
  `^${from !== undefined && from >= 0 ? '' : '-?'}[0-9]{1,14}(\\.[0-9]{1,4})?$`;

export const decimalType = ({ from, to }: Bounds): FieldType => {
  const low = from ?? 1;
  return {
    python: 'Decimal',
    annotation: `Annotated[Decimal, Field(${from === undefined ? '' : `ge=${from}, `}${to === undefined ? '' : `le=${to}, `}max_digits=18, decimal_places=4), BeforeValidator(digits_only), WithJsonSchema({"type": "string", "format": "decimal", "pattern": r"${digits(from)}"})]`,
    samples: [`"${low}.50"`, `"${low}.75"`],
    wrong: [
      ['"many"', 'not a number'],
      ['"0.00001"', 'too precise'],
      ['1.5', 'no text'],
    ],
    literal: (text) => (/^-?\d{1,14}(\.\d{1,4})?$/.test(text) ? `Decimal("${text}")` : undefined),
    toNode: 'str(%)',
    fromNode: 'Decimal(%)',
    inRecord: 'str(%)',
  };
};

export const booleanType: FieldType = {
  python: 'bool',
  annotation: 'Annotated[bool, Field(strict=True)]',
  samples: ['True', 'False'],
  wrong: [
    ['"maybe"', 'neither true nor false'],
    ['1', 'a number'],
  ],
  literal: (text) => ({ true: 'True', false: 'False' })[text.toLowerCase()],
};

export const dateType: FieldType = {
  python: 'date',
  annotation: 'Annotated[date, BeforeValidator(no_numbers)]',
  samples: ['"2026-01-02"', '"2026-03-04"'],
  wrong: [
    ['"2026-13-01"', 'no date'],
    ['86400', 'a number'],
    ['"86400"', 'a number in a text'],
  ],
  literal: () => undefined,
  fromNode: '%.to_native()',
  inRecord: 'Date.from_native(%)',
};

export const datetimeType: FieldType = {
  python: 'datetime',
  annotation: 'Annotated[AwareDatetime, BeforeValidator(no_numbers)]',
  samples: ['"2026-01-02T03:04:05Z"', '"2026-06-07T08:09:10Z"'],
  wrong: [
    ['"yesterday"', 'no time'],
    ['0', 'a number'],
    ['"2026-01-02T03:04:05"', 'without a zone'],
  ],
  literal: () => undefined,
  fromNode: '%.to_native()',
  inRecord: 'DateTime.from_native(%)',
};

export const uuidType: FieldType = {
  python: 'UUID',
  annotation: 'UUID',
  samples: ['"0f8fad5b-d9cb-469f-a165-70867728950e"', '"7c9e6679-7425-40de-944b-e07fc1f90ae7"'],
  wrong: [['"7c9e"', 'no identifier']],
  literal: () => undefined,
  toNode: 'str(%)',
  fromNode: 'UUID(%)',
  inRecord: 'str(%)',
};

const pad = (word: string, from: number, to: number) =>
  JSON.stringify(word.padEnd(from, 'x').slice(0, to));

const pythonFloat = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));
