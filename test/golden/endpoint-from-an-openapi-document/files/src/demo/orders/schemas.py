"""Order request and response models."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


def numbers_only(value: object) -> object:
    """Refuse flags and texts, which would be taken for numbers."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number:
        raise ValueError("must be a number")
    return value


def no_numbers(value: object) -> object:
    """Refuse numbers, which would be taken for seconds since 1970."""
    if not isinstance(value, str) or "-" not in value[1:]:
        raise ValueError("must be a text such as 2026-01-31")
    return value


Note = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64, pattern=r"\S")
]
Day = Annotated[date, BeforeValidator(no_numbers)]
Count = Annotated[int, Field(ge=1, le=99), BeforeValidator(numbers_only)]
Level = Literal["low", "high"]


class OrderCreate(BaseModel):
    """Request model for creating (POST) an order."""

    model_config = ConfigDict(extra="forbid")

    note: Note = Field(description="Note", examples=["first"])
    day: Day = Field(description="Day", examples=["2026-01-02"])
    count: Count = Field(default=1, description="Count", examples=[1])
    level: Level = Field(default="low", description="Level", examples=["low"])


class OrderRead(BaseModel):
    """Response model of an order."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="Identifier")
    shop_id: str = Field(description="Shop that the order belongs to")
    note: str = Field(description="Note")
    day: date = Field(description="Day")
    count: int = Field(description="Count")
    level: Literal["low", "high"] = Field(description="Level")
    created_at: datetime = Field(description="When it was created (UTC)")
    updated_at: datetime = Field(description="When it was last changed (UTC)")
