import type { FunctionOf, Module, Parameter } from './module.ts';
import { plainValues } from './plain-values.ts';
import { arrange, shapeOf } from './arrange.ts';
import { type Skeleton, testName, testText } from './test-text.ts';
import { readType, type Type } from './type.ts';
import { fresh, type Making, typeText, sampleOf } from './value.ts';

/**
 * A test with a row for each case: what Python itself has values for stands in the table, all else is
 * arranged in the test. What must come of a row is left open as `...`, which nothing is equal to.
 * Nothing, where a table would have no column.
 */
export function tableOf(
  fn: FunctionOf,
  inside: Module,
  making: Making,
  marks: readonly string[],
): Skeleton | undefined {
  const columns = fn.parameters.flatMap((parameter) => columnOf(parameter, fn, inside, making));
  const given = new Map(columns.map(({ parameter, variable }) => [parameter.name, variable]));
  const { arranged, call, shape } = arrange(fn, inside, making, given);
  const hasAnswer =
    shape.gives === 'value' || shape.gives === 'attribute' || shape.gives === 'items';
  const answer = hasAnswer ? answerType(fn, inside, making) : undefined;
  const expected =
    answer === undefined ? [] : [{ variable: 'expected', type: answer, value: '...' }];
  const all = [...columns, ...expected];
  if (all.length === 0) return undefined;
  const wait = shape.isAsync ? 'await ' : '';
  const said = 'pytest.fail(f"skeleton: say what must be true of {result!r}")';
  const assert = answer === undefined ? said : 'assert result == expected';
  const act =
    shape.gives === 'items'
      ? shape.isAsync
        ? `await anext(aiter(${call}))`
        : `next(iter(${call}))`
      : `${wait}${call}`;
  const body =
    shape.gives === 'context'
      ? [
          '# Act',
          `${shape.isAsync ? 'async with' : 'with'} ${call} as result:`,
          '    # Assert',
          `    ${said}`,
        ]
      : shape.gives === 'nothing'
        ? ['# Act', act, '', '# Assert', 'pytest.fail("skeleton: say what it must have done")']
        : ['# Act', `result = ${act}`, '', '# Assert', assert];
  const row = (id: string) =>
    `        pytest.param(${[...all.map(({ value }) => value), `id="${id}"`].join(', ')}),`;
  const variables = all.map(({ variable }) => `"${variable}"`);
  const mark = [
    '@pytest.mark.parametrize(',
    variables.length === 1 ? `    ${variables[0]},` : `    (${variables.join(', ')}),`,
    '    [',
    row('first case'),
    row('second case'),
    '    ],',
    ')',
  ].join('\n');
  return testText({
    name: `${testName(fn)}_cases`,
    marks: [...marks, mark],
    making,
    isAsync: shape.isAsync,
    arranged,
    body,
    columns: all.map(({ variable, type }) => `${variable}: ${type}`),
  });
}

interface Column {
  readonly parameter: Parameter;
  readonly variable: string;
  readonly type: string;
  readonly value: string;
}

/** A parameter that Python itself has values for. No class of the project is made while tests are collected. */
function columnOf(
  parameter: Parameter,
  fn: FunctionOf,
  inside: Module,
  making: Making,
): readonly Column[] {
  const { name, kind, type } = parameter;
  if (type === undefined || kind === 'kwargs' || fn.how === 'property') return [];
  const said = { type: readType(type), inside, variables: fn.variables };
  if (!isPlain(said.type, inside, making) || making.doubles.fixtureTypes.has(name)) return [];
  const value = sampleOf(said, name, making);
  const text = typeText(said, making);
  if (text === undefined) return [];
  return [{ parameter, variable: fresh(name, making), type: text, value }];
}

function isPlain(type: Type, inside: Module, making: Making): boolean {
  if (type.is === 'text') return true;
  if (type.is !== 'name') return type.of.every((each) => isPlain(each, inside, making));
  if (type.name === 'None' || /(^|\.)Literal$/.test(type.name)) return true;
  const home = making.world.find(type.name, inside);
  const alias = home?.inside?.aliases.get(home.name);
  if (alias !== undefined) return isPlain(readType(alias), home!.inside!, making);
  if (home === undefined || home.inside !== undefined) return false;
  const isPlainName =
    plainValues[`${home.module}.${home.name}`] !== undefined &&
    !/^(fastapi|pydantic|asyncio)\./.test(home.module);
  const isList = /^(list|dict|set|tuple|frozenset|Sequence|Mapping|Iterable|Collection)$/.test(
    home.name,
  );
  return (isPlainName || isList) && type.of.every((each) => isPlain(each, inside, making));
}

/** What `expected` is: the type of the result, or of its items. */
function answerType(fn: FunctionOf, inside: Module, making: Making): string | undefined {
  const type = readType(fn.returns);
  const { gives } = shapeOf(fn);
  const item =
    type.is === 'name' && (gives === 'items' || /^(Awaitable)$/.test(type.name))
      ? type.of[0]
      : type;
  if (fn.returns === '' || item === undefined) return undefined;
  const variables = fn.variables;
  return /^(Self|NoReturn|Never)$/.test(fn.returns)
    ? undefined
    : typeText({ type: item, inside, variables }, making);
}
