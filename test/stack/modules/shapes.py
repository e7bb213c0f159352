"""Every way in which a class may be made."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import KW_ONLY, InitVar, dataclass, field
from enum import Enum, StrEnum
from functools import cached_property
from typing import ClassVar, Generic, NamedTuple, Protocol, Self, TypedDict, TypeVar

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

ItemT = TypeVar("ItemT")


class ShapeError(Exception):
    """Something is wrong with a shape."""

    def __init__(self, shape: str, *, code: int = 1) -> None:
        super().__init__(shape)
        self.code = code

    def explain(self) -> str:
        """Say what."""
        return f"{self.code}"


class PlainError(ValueError):
    """Something else is wrong."""

    def explain(self) -> str:
        """Say what."""
        return str(self)


class Colour(StrEnum):
    """A colour."""

    RED = "red"
    BLUE = "blue"

    def mixed(self, other: Colour) -> str:
        """Mix it."""
        return self + other

    @classmethod
    def first(cls) -> Self:
        """Give the first."""
        return cls("red")


class Size(Enum):
    """A size."""

    SMALL = 1


@dataclass
class Point:
    """A place."""

    dimensions: ClassVar[int] = 2

    x: int
    y: int = 0
    name: str = field(default="", kw_only=True)
    seen: list[str] = field(default_factory=list[str])
    norm: float = field(init=False, default=0.0)
    scale: InitVar[float] = 1.0
    _: KW_ONLY
    colour: Colour

    def moved(self, by: Point | None, *, times: int = 1) -> Point:
        """Move it."""
        if by is None:
            raise ShapeError("Nowhere to go")
        return Point(self.x + by.x * times, self.y, colour=self.colour)

    @staticmethod
    def origin(colour: Colour) -> Point:
        """Give the first of all."""
        return Point(0, colour=colour)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one."""
        return cls(int(text), colour=Colour.RED)

    @property
    def distance(self) -> float:
        """Give how far it is."""
        return float(self.x)

    @distance.setter
    def distance(self, value: float) -> None:
        self.x = int(value)

    @cached_property
    def label(self) -> str:
        """Give how it is called."""
        return self.name


@dataclass
class Pixel(Point):
    """A place with a size."""

    size: Size = Size.SMALL

    def drawn(self) -> str:
        """Draw it."""
        return str(self.size)


class Pair(NamedTuple):
    """Two of them."""

    left: int
    right: str = ""

    def swapped(self) -> tuple[str, int]:
        """Turn it around."""
        return self.right, self.left


class Options(TypedDict):
    """What may be chosen."""

    name: str
    size: Size


class Address(BaseModel):
    """Where somebody lives."""

    model_config = ConfigDict(frozen=True)

    street: str = Field(min_length=1)
    number: int = Field(default=1, ge=1)
    city: str = Field("Bern", max_length=20)

    @field_validator("street")
    @classmethod
    def no_blanks(cls, value: str) -> str:
        """Refuse blanks."""
        return value.strip()

    def lines(self) -> list[str]:
        """Give it line by line."""
        return [self.street, str(self.number)]


class Person(Address):
    """Somebody."""

    name: str
    nicknames: list[str] = []
    friend: Person | None = None

    @model_validator(mode="after")
    def is_somebody(self) -> Self:
        """Refuse nobody."""
        return self

    async def greet(self, other: Person, options: Options) -> str:
        """Say hello."""
        if other.name == self.name:
            raise PlainError("Talking to oneself")
        return f"{options['name']} {other.name}"


class Stack(Generic[ItemT]):
    """One upon the other."""

    def __init__(self) -> None:
        self._items: list[ItemT] = []

    def push(self, item: ItemT) -> None:
        """Put one on top."""
        self._items.append(item)

    def pop(self) -> ItemT:
        """Take the top one."""
        return self._items.pop()


class Store(Protocol):
    """Keeps something."""

    async def get(self, key: str) -> bytes:
        """Give it."""
        ...


class Base(ABC):
    """What others fulfil."""

    @abstractmethod
    def area(self) -> float:
        """Give how large it is."""

    def doubled(self) -> float:
        """Give twice that."""
        return 2 * self.area()

    @staticmethod
    def unit() -> str:
        """Give what it is measured in."""
        return "m2"


class Square(Base):
    """Fulfils it."""

    def __init__(self, side: float, store: Store, *parts: Pair, **options: int) -> None:
        self.side = side + len(parts) + len(options)
        self.store = store

    def area(self) -> float:
        """Give how large it is."""
        return self.side**2

    async def load(self, keys: list[str], pair: Pair) -> bytes:
        """Read them."""
        return b"".join([await self.store.get(key) for key in [*keys, pair.right]])

    class Corner:
        """Where two sides meet."""

        def __init__(self, square: Square, nth: int) -> None:
            self.square = square
            self.nth = nth

        def opposite(self) -> int:
            """Give the one across."""
            return (self.nth + 2) % 4


class _Hidden:
    def shown(self) -> int:
        return 1


def use(point: Point, person: Person, store: Store, base: Base, square: Square.Corner) -> int:
    """Take all of them."""
    return len(f"{point}{person}{store}{base}{square}")


def hide(hidden: _Hidden) -> int:
    """Take what nobody else knows."""
    return hidden.shown()
