import { snake } from '../../words.ts';
import { arrange, type Shape } from './arrange.ts';
import type { FunctionOf, Module, Raised } from './module.ts';
import { tableOf } from './table.ts';
import { type Skeleton, testName, testText } from './test-text.ts';
import type { Making } from './value.ts';

/** The texts of the tests of one function: one of what it does, one for each exception that it raises. */
export function skeletonsOf(
  fn: FunctionOf,
  inside: Module,
  makingAnew: () => Making,
  marks: readonly string[],
): readonly Skeleton[] {
  const making = makingAnew();
  const table = making.kind === 'parametrized' ? tableOf(fn, inside, making, marks) : undefined;
  const isOnlyRaising = /^(\w+\.)?(NoReturn|Never)$/.test(fn.returns) && fn.raises.length > 0;
  return [
    ...(isOnlyRaising ? [] : [table ?? skeleton(fn, inside, makingAnew(), marks, undefined)]),
    ...fn.raises
      .filter(({ name }) => making.world.find(name, inside) !== undefined)
      .map((raised) => skeleton(fn, inside, makingAnew(), marks, raised)),
  ];
}

function skeleton(
  fn: FunctionOf,
  inside: Module,
  making: Making,
  marks: readonly string[],
  raised: Raised | undefined,
): Skeleton {
  const { arranged, call, shape } = arrange(fn, inside, making);
  const name =
    raised === undefined ? testName(fn) : `${testName(fn)}_raises_${wordsOf(raised, testName(fn))}`;
  const body =
    raised === undefined
      ? plainBody(call, shape)
      : raisingBody(call, shape, raised, inside, making);
  return testText({ name, marks, making, isAsync: shape.isAsync, arranged, body });
}

function plainBody(call: string, { isAsync, gives }: Shape): readonly string[] {
  const wait = isAsync ? 'await ' : '';
  const said = 'pytest.fail(f"skeleton: say what must be true of {result!r}")';
  switch (gives) {
    case 'context':
      return [
        '# Act',
        `${isAsync ? 'async with' : 'with'} ${call} as result:`,
        '    # Assert',
        `    ${said}`,
      ];
    case 'nothing':
      return [
        '# Act',
        `${wait}${call}`,
        '',
        '# Assert',
        'pytest.fail("skeleton: say what it must have done")',
      ];
    case 'items':
      return [
        '# Act',
        `result = ${isAsync ? `await anext(aiter(${call}))` : `next(iter(${call}))`}`,
        '',
        '# Assert',
        said,
      ];
    default:
      return ['# Act', `result = ${wait}${call}`, '', '# Assert', said];
  }
}

function raisingBody(
  call: string,
  { isAsync, gives }: Shape,
  raised: Raised,
  inside: Module,
  making: Making,
): readonly string[] {
  const home = making.world.find(raised.name, inside)!;
  const name = making.names.use(home.module, home.name);
  const match = tooBroad.has(name) ? `, match=r"${pattern(raised.says)}"` : '';
  const raises = `pytest.raises(${name}${match}) as caught`;
  const said = ['', '# Assert', 'pytest.fail(f"skeleton: say what {caught.value!r} must tell")'];
  const wait = isAsync ? 'await ' : '';
  if (gives === 'context')
    return isAsync
      ? ['# Act', `with ${raises}:`, `    async with ${call}:`, '        pass', ...said]
      : ['# Act', `with ${raises}, ${call}:`, '    pass', ...said];
  const act = {
    items: isAsync ? `await anext(aiter(${call}))` : `next(iter(${call}))`,
    attribute: `_ = ${call}`,
    nothing: `${wait}${call}`,
    value: `${wait}${call}`,
  }[gives];
  return ['# Act', `with ${raises}:`, `    ${act}`, ...said];
}

/** What ruff wants a message for. https://docs.astral.sh/ruff/rules/pytest-raises-too-broad/ */
const tooBroad = new Set([
  'BaseException',
  'Exception',
  'ValueError',
  'OSError',
  'IOError',
  'EnvironmentError',
]);

const pattern = (says: string) => {
  const piece = says
    .trim()
    .slice(0, 30)
    .replace(/["\\\n].*$/s, '')
    .replace(/[.*+?^${}()|[\]]/g, '\\$&')
    .trim();
  return piece === '' ? '.+' : piece;
};

/** `limit` of a `PlayerLimitError` that a `PlayerService` raises: what is said already is not said again. */
function wordsOf({ name }: Raised, said: string): string {
  const bare =
    snake(
      name
        .split('.')
        .at(-1)!
        .replace(/(?<=\w)(Error|Exception)$/, ''),
    ) || 'error';
  const known = new Set(said.split('_'));
  const fresh = bare.split('_').filter((word) => !known.has(word));
  return fresh.length === 0 ? bare : fresh.join('_');
}
