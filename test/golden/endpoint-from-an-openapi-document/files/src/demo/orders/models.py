"""Order domain model: no framework and no driver in here."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, Self
from uuid import UUID, uuid4

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order, as the service knows it."""

    id: UUID
    shop_id: str
    note: str
    day: date
    count: int
    level: Literal["low", "high"]
    created_at: datetime
    updated_at: datetime

    @classmethod
    def new(
        cls,
        *,
        shop_id: str,
        note: str,
        day: date,
        count: int,
        level: Literal["low", "high"],
    ) -> Self:
        """Create an order with a fresh identifier, stamped now."""
        now = datetime.now(UTC)
        return cls(
            id=uuid4(),
            shop_id=shop_id,
            note=note,
            day=day,
            count=count,
            level=level,
            created_at=now,
            updated_at=now,
        )

    @property
    def sort_key(self) -> str:
        """Newest-first order that every store compares the same way."""
        microseconds = (self.created_at - EPOCH) // timedelta(microseconds=1)
        return f"{microseconds:020d}:{self.id}"
