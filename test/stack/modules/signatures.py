"""Every way in which a function may take what it needs."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NewType, NoReturn, TypeVar, overload
from uuid import UUID

from pydantic import Field, JsonValue

if TYPE_CHECKING:
    from fractions import Fraction

ItemT = TypeVar("ItemT")
NumberT = TypeVar("NumberT", bound=int)
UserId = NewType("UserId", int)
Level = Literal["low", "high"]
Amount = Annotated[int, Field(ge=1)]
Names = list[str]


def nothing() -> None:
    """Take nothing, give nothing."""


def positional_only(first: int, second: str = "two", /) -> str:
    """Take what has a place."""
    return second * first


def keyword_only(*, name: str, size: int = 3, is_open: bool = True) -> str:
    """Take what has a name."""
    return name * size if is_open else ""


def mixed(first: int, /, second: float, *rest: str, third: bytes, **more: Decimal) -> int:
    """Take all of it."""
    return first + int(second) + len(rest) + len(third) + len(more)


def defaults(
    text: str = "a", number: int = -1, none: str | None = None, made: Names | None = None
) -> str:
    """Take what may be left out."""
    return f"{text}{number}{none}{made}"


def rebinding(date: date, id: UUID, type: str, result: int) -> str:  # noqa: A002
    """Take what is called as something else is."""
    return f"{date}{id}{type}{result}"


def containers(
    names: list[str],
    pairs: dict[str, JsonValue],
    unique: set[int],
    frozen: frozenset[UUID],
    pair: tuple[int, str],
    many: tuple[date, ...],
    lookup: Mapping[str, list[Decimal]],
    ordered: Sequence[float],
    anything: Iterable[Any],
) -> int:
    """Take what holds something."""
    return sum(map(len, (names, pairs, unique, frozen, pair, many, lookup, ordered, [anything])))


def aliases(user_id: UserId, level: Level, amount: Amount, names: Names) -> UserId:
    """Take what has another name."""
    return UserId(user_id + amount + len(level) + len(names))


def quoted(part: Fraction, when: "datetime", wait: "timedelta | None" = None) -> bool:  # noqa: UP037
    """Take what is only known to a type checker."""
    return bool(part) and when + (wait or timedelta()) > datetime.now(UTC)


def either(value: int | str, maybe: UUID | None) -> str:
    """Take one or the other."""
    return f"{value}{maybe}"


def generic(items: Sequence[ItemT], number: NumberT) -> tuple[ItemT, NumberT]:
    """Take whatever it is."""
    return items[0], number


def callback(make: Callable[[int], str], load: Callable[[], Awaitable[bytes]]) -> str:
    """Take something that can be called."""
    return make(len(str(load)))


def classes(kind: type[Exception], path: Path) -> str:
    """Take a class."""
    return f"{kind.__name__}{path}"


def login(user: str, password: str, token: str = "") -> bool:
    """Take what nobody may read."""
    return bool(user and password and token)


@overload
def doubled(value: int) -> int: ...
@overload
def doubled(value: str) -> str: ...
def doubled(value: int | str) -> int | str:
    """Take one of two."""
    return value * 2


@functools.lru_cache
def cached(number: int) -> int:
    """Take it once."""
    return number + 1


def counting(limit: int) -> Iterator[int]:
    """Give one after the other."""
    yield from range(limit)


def stepping(start: int) -> Generator[int, None, str]:
    """Give one, and something else at the end."""
    yield start
    return "done"


async def waiting(seconds: float) -> float:
    """Give it later."""
    await asyncio.sleep(0)
    return seconds


async def streaming(names: list[str]) -> AsyncIterator[str]:
    """Give one after the other, later."""
    for name in names:
        yield name


@contextmanager
def opened(name: str) -> Generator[str]:
    """Give something for a while."""
    if not name:
        raise LookupError("There is no name")
    yield name


@asynccontextmanager
async def connected(name: str) -> AsyncGenerator[str]:
    """Give something for a while, later."""
    if not name:
        raise LookupError("There is no name")
    yield name


def raising(number: int, names: Sequence[str]) -> int:
    """Raise what is known by its name, and what is not."""
    if number < 0:
        raise ValueError(f"The number {number} (of many) is below zero")
    if number > len(names):
        raise IndexError
    try:
        return len(names[number])
    except KeyError as error:
        raise TypeError("Not a name") from error
    except AttributeError as error:
        raise error  # noqa: TRY201


def refuse(reason: str) -> NoReturn:
    """Never give anything."""
    raise RuntimeError(reason)


async def refuse_later(reason: str) -> None:
    """Never give anything, later."""

    def inner() -> None:
        raise KeyError(reason)

    if not reason:
        inner()
    raise asyncio.CancelledError


def _private(number: int) -> int:
    return number


def main() -> None:
    """Run for ever."""
    print(_private(1))  # noqa: T201
    while True:
        pass


if __name__ == "__main__":
    main()
