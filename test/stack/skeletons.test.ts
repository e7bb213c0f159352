import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/stages.ts';
import { type Files, planFor, service, written } from './ask.ts';

const demo = await service();
const path = 'src/demo/players/service.py';
const tests = 'tests/unit/players/test_service.py';

const module = (text: string, more: Files = {}): Files => ({
  ...demo,
  'src/demo/players/__init__.py': '',
  [path]: text,
  ...more,
});

const plan = (text: string, said: Answers = {}, more: Files = {}) =>
  planFor('test', { module: path, ...said }, module(text, more));

/** The text of the test file that is planned; nothing, where none is. */
const planned = async (text: string, said: Answers = {}, more: Files = {}, at = tests) =>
  (await plan(text, said, more)).files.find((file) => file.path === at)?.text ?? '';

const names = (text: string) =>
  [...text.matchAll(/^(?:async )?def (\w+)/gm)].map(([, name]) => name);

const promote = 'def promote(name: str) -> int:\n    return len(name)\n';

describe('a skeleton', () => {
  test('has the three steps, and fails until somebody fills it in', async () => {
    expect(await planned(promote)).toBe(`"""Tests of demo.players.service."""

import pytest

from demo.players.service import promote


@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
def test_promote() -> None:
    # Arrange
    name = "name"

    # Act
    result = promote(name)

    # Assert
    pytest.fail(f"skeleton: say what must be true of {result!r}")
`);
  });

  test('waits for what is asynchronous', async () => {
    const text = await planned('async def promote(name: str) -> None:\n    """Do it."""\n');
    expect(text).toContain('@pytest.mark.asyncio\n');
    expect(text).toContain('    await promote(name)\n');
  });

  test('has a neighbour for each exception that is raised by its name, and no other', async () => {
    const text =
      await planned(`${promote.replace('return', 'if not name:\n        raise ValueError("No (name) given")\n    if name == "x":\n        raise LookupError\n    return')}
def refuse() -> None:
    error = KeyError()
    def inner() -> None:
        raise RuntimeError
    raise error
`);
    expect(names(text)).toEqual([
      'test_promote',
      'test_promote_raises_value',
      'test_promote_raises_lookup',
      'test_refuse',
    ]);
    expect(text).toContain(
      'with pytest.raises(ValueError, match=r"No \\(name\\) given") as caught:',
    );
    expect(text).toContain('with pytest.raises(LookupError) as caught:');
  });

  test('has a table where one was asked for, whose answers nothing is equal to', async () => {
    const text = await planned(promote, { kind: 'parametrized' });
    expect(text).toContain('    ("name", "expected"),\n');
    expect(text).toContain('pytest.param("name", ..., id="first case"),');
    expect(text).toContain('def test_promote_cases(name: str, expected: int) -> None:');
    expect(text).toContain('    assert result == expected\n');
  });

  test('runs on real services where that was asked for', async () => {
    const text = await planned(
      'from redis.asyncio import Redis\n\n\nasync def count(redis: Redis) -> int:\n    return await redis.dbsize()\n',
      { kind: 'integration' },
      {},
      'tests/integration/players/test_service.py',
    );
    expect(text).toContain('pytestmark = pytest.mark.integration\n');
    expect(text).toContain('async def test_count(redis_client: Redis) -> None:');
    expect(text).toContain('result = await count(redis_client)');
  });
});

describe('what a parameter is given:', () => {
  test.each([
    ['value: str', 'value = "value"'],
    ['value: int', 'value = 1'],
    ['value: UUID', 'value = uuid4()'],
    ['value: uuid.UUID', 'value = uuid4()'],
    ['value: datetime', 'value = datetime(2026, 1, 2, tzinfo=UTC)'],
    ['value: Decimal', 'value = Decimal("1.50")'],
    ['value: str | None', 'value = "value"'],
    ['value: Optional[int]', 'value = 1'],
    ['value: "UUID"', 'value = uuid4()'],
    ['values: list[str]', 'values: list[str] = ["value"]'],
    ['values: dict[str, UUID]', 'values: dict[str, UUID] = {"key": uuid4()}'],
    ['values: tuple[int, ...]', 'values: tuple[int, ...] = (1,)'],
    ['value: Literal["a", "b"]', 'value: Literal["a", "b"] = "a"'],
    ['value: Annotated[int, "x"]', 'value = 1'],
    ['value: UserId', 'value = UserId(1)'],
    ['value: Kind', 'value = Kind.FIRST'],
    ['value: Player', 'value = Player(name="name")'],
    ['value: Team', 'value = Team(name="name", captain=Player(name="name"))'],
    ['value: Sender', 'value = MagicMock(spec=Sender)\n    seal(value)'],
    ['value: Callable[[int], str]', 'value = MagicMock(return_value="answer")'],
    ['value: type[Player]', 'value = Player'],
    ['password: str', 'password = token_urlsafe(16)'],
    ['value: int = 3', 'value = 3'],
    ['id: int', 'id_value = 1'],
    ['value', 'value = object()'],
  ])('%s', async (parameter, line) => {
    const text = await planned(
      `import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal, NewType, Optional, Protocol
from uuid import UUID

from demo.players.models import Player

UserId = NewType("UserId", int)


class Kind(Enum):
    FIRST = 1


@dataclass
class Team:
    name: str
    captain: Player


class Sender(Protocol):
    def send(self) -> None: ...


def take(${parameter}) -> int:
    return 1
`,
      { module: `${path}:take` },
      {
        'src/demo/players/models.py':
          'from pydantic import BaseModel\n\n\nclass Player(BaseModel):\n    name: str\n    age: int = 1\n',
      },
    );
    expect(text).toContain(`    # Arrange\n    ${line}\n\n    # Act\n`);
  });

  test.each([
    ['(first: int, /, second: str)', 'take(first, second)'],
    ['(*, first: int, second: str = "b")', 'take(first=first, second=second)'],
    ['(first: int, *rest: str, last: int, **more: int)', 'take(first, rest, last=last, key=more)'],
    ['(first: int = 1, second: str | None = None, third: int = 2)', 'take(first, third=third)'],
    ['(first: object = some(), /, second: int = 2)', 'take(second=second)'],
    ['()', 'take()'],
  ])('%s is called %s', async (parameters, call) => {
    expect(await planned(`def take${parameters} -> int:\n    return 1\n`)).toContain(
      `result = ${call}\n`,
    );
  });

  test('what the project has for its tests comes first', async () => {
    const text = await planned(
      'from demo.core.settings import Settings\nfrom demo.players.models import Player\n\n\ndef take(player: Player, settings: Settings) -> int:\n    return 1\n',
      {},
      {
        'src/demo/players/models.py': 'class Player:\n    pass\n',
        'tests/support/players.py':
          'from typing import Any\n\nfrom demo.players.models import Player\n\n\ndef make_player(**overrides: Any) -> Player:\n    return Player()\n',
      },
    );
    expect(text).toContain('def test_take(settings: Settings) -> None:');
    expect(text).toContain('    player = make_player()\n');
    expect(text).toContain('take(player, settings)');
  });
});

describe('what stands there already', () => {
  const two = `${promote}\n\ndef demote(name: str) -> int:\n    return -len(name)\n`;
  const own = `"""My own."""

import pytest

from demo.players.service import promote


def test_that_a_name_counts() -> None:
    # Arrange
    name = "Ada"

    # Act
    result = promote(name)

    # Assert
    assert result == 3


def test_nothing() -> None:
    pytest.skip("later")
`;

  test('stays, and what is missing is put below it', async () => {
    const { files } = await plan(two, {}, { [tests]: own });
    const file = files.find((each) => each.path === tests);
    expect(file).toMatchObject({ path: tests, keeps: own });
    expect(file!.text).toContain('from demo.players.service import demote, promote\n');
    expect(file!.text.split('\n\n\n').slice(1, 3)).toEqual(own.trimEnd().split('\n\n\n').slice(1));
    expect(names(file!.text)).toEqual(['test_that_a_name_counts', 'test_nothing', 'test_demote']);
  });

  test('with CRLF, too', async () => {
    const crlf = own.replaceAll('\n', '\r\n');
    const { files } = await plan(two, {}, { [tests]: crlf });
    const file = files.find((each) => each.path === tests);
    expect(file).toMatchObject({ keeps: crlf });
    expect(names(file!.text)).toContain('test_demote');
  });

  test('counts as a test of a function wherever it lies', async () => {
    const { files } = await plan(two, {}, { 'tests/unit/test_players.py': own });
    expect(names(files.find((file) => file.path === tests)!.text)).toEqual(['test_demote']);
  });

  test('is no table, and gets one beside it', async () => {
    const text = await planned(two, { kind: 'parametrized' }, { [tests]: own });
    expect(names(text).slice(2)).toEqual(['test_promote_cases', 'test_demote_cases']);
  });

  test('in a file that is called after the module elsewhere, is continued there', async () => {
    const there = 'tests/players/test_service.py';
    expect(names(await planned(two, {}, { [there]: own }, there))).toContain('test_demote');
  });

  test('by a name that means something else, keeps its name', async () => {
    const other = own.replace(
      'def test_nothing',
      'def demote() -> None: ...\n\n\ndef test_nothing',
    );
    const text = await planned(two, {}, { [tests]: other });
    expect(text).toContain('from demo.players.service import demote as tested_demote\n');
    expect(text).toContain('result = tested_demote(name)');
  });

  test.each(['unit', 'integration', 'parametrized'])(
    'the second time nothing is written: %s',
    async (kind) => {
      const before = module(`${two}\n\ndef fail(name: str) -> None:\n    raise KeyError(name)\n`);
      const once = written(before, await planFor('test', { module: path, kind }, before));
      expect(once).not.toEqual(before);
      const again = await planFor('test', { module: path, kind }, once);
      expect(written(once, again)).toEqual(once);
    },
  );
});

describe('what is called is what is public:', () => {
  test.each<[string, string, readonly string[]]>([
    ['no function with an underscore', 'def _a() -> None: ...\ndef b() -> None: ...\n', ['test_b']],
    [
      'methods of public classes',
      'class A:\n    def b(self) -> int: ...\n    def _c(self) -> int: ...\n    def __len__(self) -> int: ...\nclass _D:\n    def e(self) -> int: ...\n',
      ['test_a_b'],
    ],
    [
      'of classes within classes',
      'class A:\n    class B:\n        def c(self) -> int: ...\n',
      ['test_a_b_c'],
    ],
    [
      'no Protocol and no abstract method',
      'from abc import ABC, abstractmethod\nfrom typing import Protocol\nclass A(Protocol):\n    def b(self) -> int: ...\nclass C(ABC):\n    @abstractmethod\n    def d(self) -> int: ...\n    def e(self) -> int: ...\n    @staticmethod\n    def f() -> int: ...\n',
      ['test_c_f'],
    ],
    [
      'no fixture and no validator',
      'import pytest\nfrom pydantic import BaseModel, field_validator\n@pytest.fixture\ndef a() -> int: ...\nclass B(BaseModel):\n    @field_validator("c")\n    @classmethod\n    def d(cls, value: int) -> int: ...\n    def e(self) -> int: ...\n',
      ['test_b_e'],
    ],
    [
      'what `__all__` names',
      '__all__ = ["b"]\ndef a() -> None: ...\ndef b() -> None: ...\n',
      ['test_b'],
    ],
    [
      'an overload once',
      'from typing import overload\n@overload\ndef a(b: int) -> int: ...\n@overload\ndef a(b: str) -> str: ...\ndef a(b: int | str) -> int | str: ...\n',
      ['test_a'],
    ],
    [
      'not what runs the program',
      'def a() -> None: ...\ndef main() -> None: ...\nif __name__ == "__main__":\n    main()\n',
      ['test_a'],
    ],
    [
      'also what stands under a condition',
      'import sys\nif sys.version_info > (3, 11):\n    def a() -> None: ...\nelse:\n    def b() -> None: ...\n',
      ['test_a', 'test_b'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(names(await planned(text))).toEqual(expected);
  });
});

describe('one is named', () => {
  const text = `${promote}\n\nclass Player:\n    def rise(self) -> int: ...\n    def fall(self) -> int: ...\n\n\nif __name__ == "__main__":\n    promote("")\n`;

  test.each([
    [`${path}:promote`, ['test_promote']],
    [`./${path}::promote`, ['test_promote']],
    [path.replaceAll('/', '\\'), ['test_player_rise', 'test_player_fall']],
    ['demo.players.service:promote', ['test_promote']],
    ['demo.players.service:Player', ['test_player_rise', 'test_player_fall']],
    ['demo.players.service:Player.rise', ['test_player_rise']],
    ['demo.players.service:fall', ['test_player_fall']],
  ])('%s', async (name, expected) => {
    expect(names(await planned(text, { module: name }))).toEqual(expected);
  });
});

describe('it refuses', () => {
  test.each<[string, string, string, RegExp]>([
    ['what does not parse', 'def f(:\n', path, /ModuleUnfit.*py_compile/s],
    ['what has no public function', 'X = 1\n', path, /ModuleUnfit.*private/s],
    ['what is not there', promote, 'src/demo/players/servise.py', /ModuleUnfit.*service\.py/s],
    [
      'a module that is not there',
      promote,
      'demo.players.servise',
      /ModuleUnfit.*players\.service/s,
    ],
    ['what lies outside', promote, '../other/service.py', /ModuleUnfit.*outside/s],
    ['what lies elsewhere', promote, '/etc/service.py', /ModuleUnfit.*outside/s],
    ['what lies on another drive', promote, 'C:\\service.py', /ModuleUnfit.*outside/s],
    ['a folder', promote, 'src/demo/players', /ModuleUnfit.*folder.*__init__/s],
    ['what is no Python', promote, 'README.md', /ModuleUnfit/],
    ['a test', promote, 'tests/unit/core/test_auth.py', /ModuleUnfit.*a test itself/s],
    ['nothing', promote, ' ', /ModuleUnfit.*names no module/s],
    ['a function that is not there', promote, `${path}:promot`, /FunctionNotFound.*`promote`/s],
    ['a private function', promote, `${path}:_promote`, /FunctionNotFound.*private/s],
  ])('%s', async (_, text, name, expected) => {
    const error = (await plan(text, { module: name }).catch((each: unknown) => each)) as Error & {
      readonly mend: string;
    };
    expect(`${error.name} ${error.message} ${error.mend}`).toMatch(expected);
    expect(error.name === 'FunctionNotFound' || /Nothing was written\./.test(error.message)).toBe(
      true,
    );
  });

  test('a test file that does not parse', async () => {
    await expect(plan(promote, {}, { [tests]: 'def f(:\n' })).rejects.toMatchObject({
      name: 'ModuleUnfit',
      mend: expect.stringContaining('Mend'),
    });
  });

  test('a place that the persona may not write to', async () => {
    const persona = `---\nid: coder\ntitle: T\nsummary: S\nexpertise: [E]\nfocus: [F]\ncan: [read]\nbudget: 900\nstack: fastapi\npaths: { deny: ["tests/**"] }\n---\n\n## Role description\n\nText.\n`;
    await expect(plan(promote, {}, { '.persona/personas/coder.md': persona })).rejects.toThrow(
      'denied to `coder` by the rule `tests/**`',
    );
  });
});
