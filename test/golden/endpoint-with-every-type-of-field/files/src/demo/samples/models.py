"""Sample domain model: no framework and no driver in here."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Literal, Self
from uuid import UUID, uuid4

from pydantic import JsonValue

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sample, as the service knows it."""

    id: UUID
    owner_id: str
    label: str
    body: str
    amount: int
    score: float
    price: Decimal
    is_open: bool
    day: date
    seen_at: datetime
    origin: UUID
    details: dict[str, JsonValue]
    tags: list[str]
    level: Literal["low", "medium", "high"]
    created_at: datetime
    updated_at: datetime

    @classmethod
    def new(
        cls,
        *,
        owner_id: str,
        label: str,
        body: str,
        amount: int,
        score: float,
        price: Decimal,
        is_open: bool,
        day: date,
        seen_at: datetime,
        origin: UUID,
        details: dict[str, JsonValue],
        tags: list[str],
        level: Literal["low", "medium", "high"],
    ) -> Self:
        """Create a sample with a fresh identifier, stamped now."""
        now = datetime.now(UTC)
        return cls(
            id=uuid4(),
            owner_id=owner_id,
            label=label,
            body=body,
            amount=amount,
            score=score,
            price=price,
            is_open=is_open,
            day=day,
            seen_at=seen_at,
            origin=origin,
            details=details,
            tags=tags,
            level=level,
            created_at=now,
            updated_at=now,
        )

    @property
    def sort_key(self) -> str:
        """Newest-first order that every store compares the same way."""
        microseconds = (self.created_at - EPOCH) // timedelta(microseconds=1)
        return f"{microseconds:020d}:{self.id}"
