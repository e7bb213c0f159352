import { snake } from '../../words.ts';
import { type FunctionOf, nameIn } from './module.ts';
import type { Making } from './value.ts';

/** Why a skeleton is expected to fail. `verify` counts what says so. */
export const reason = 'skeleton: it asserts nothing yet';

/** `test_player_service_promote`, `test_promote`. */
export const testName = (fn: FunctionOf): string =>
  `test_${snake(nameIn(fn).replaceAll('.', ' '))}`;

/** As long as a line of 88 characters has room for: nobody can break the name of a function. */
const longest = 66;

/** A test, and the name that it has. */
export interface Skeleton {
  readonly name: string;
  readonly text: string;
}

/** What a test of any kind is put together from. */
export interface Parts {
  readonly name: string;
  readonly marks: readonly string[];
  readonly making: Making;
  readonly isAsync: boolean;
  readonly arranged: readonly string[];
  readonly body: readonly string[];
  readonly columns?: readonly string[];
}

export function testText({
  name: wanted,
  marks,
  making,
  isAsync,
  arranged,
  body,
  columns = [],
}: Parts): Skeleton {
  const asked = [...making.fixtures].map(([fixture, type]) => `${fixture}: ${type}`);
  const given = [...new Set([...asked, ...columns])].join(', ');
  const name = wanted.slice(0, longest).replace(/_+$/, '');
  making.names.use('pytest', '');
  const text = [
    ...(isAsync ? ['@pytest.mark.asyncio'] : []),
    ...marks,
    `@pytest.mark.xfail(strict=True, reason="${reason}")`,
    `${isAsync ? 'async ' : ''}def ${name}(${given}) -> None:`,
    '    # Arrange',
    ...arranged.map((line) => `    ${line}`),
    '',
    ...body.map((line) => (line === '' ? '' : `    ${line}`)),
  ].join('\n');
  return { name, text };
}
