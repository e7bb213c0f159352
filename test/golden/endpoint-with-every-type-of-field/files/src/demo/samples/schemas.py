"""Sample request and response models."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    WithJsonSchema,
)

MAX_ENTRIES = 50


def no_blank_keys(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Refuse blank keys."""
    if any(not key.strip() for key in value):
        raise ValueError("keys must not be blank")
    return value


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


def digits_only(value: object) -> object:
    """Refuse numbers of JSON, which are not exact, and what else stands for a decimal."""
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        raise ValueError("must be a text of digits such as 1.50")
    return value


Label = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=64, pattern=r"\S[\s\S]*\S"),
]
BodyValue = Annotated[str, StringConstraints(strip_whitespace=True, min_length=0, max_length=500)]
Amount = Annotated[int, Field(ge=0, le=100), BeforeValidator(numbers_only)]
Score = Annotated[float, Field(allow_inf_nan=False, strict=True)]
Price = Annotated[
    Decimal,
    Field(ge=0, max_digits=18, decimal_places=4),
    BeforeValidator(digits_only),
    WithJsonSchema(
        {"type": "string", "format": "decimal", "pattern": r"^[0-9]{1,14}(\.[0-9]{1,4})?$"}
    ),
]
IsOpen = Annotated[bool, Field(strict=True)]
Day = Annotated[date, BeforeValidator(no_numbers)]
SeenAt = Annotated[AwareDatetime, BeforeValidator(no_numbers)]
Details = Annotated[
    dict[str, JsonValue],
    Field(max_length=MAX_ENTRIES, json_schema_extra={"propertyNames": {"pattern": r"\S"}}),
    AfterValidator(no_blank_keys),
]
Tags = Annotated[
    list[
        Annotated[
            str,
            StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"\S"),
        ],
    ],
    Field(max_length=MAX_ENTRIES),
]
Level = Literal["low", "medium", "high"]


class SampleCreate(BaseModel):
    """Request model for creating (POST) a sample."""

    model_config = ConfigDict(extra="forbid")

    label: Label = Field(description="Label", examples=["first"])
    body: BodyValue = Field(default="", description="Body", examples=["first"])
    amount: Amount = Field(default=1, description="Amount", examples=[0])
    score: Score = Field(default=0.5, description="Score", examples=[1.0])
    price: Price = Field(description="Price", examples=["0.50"])
    is_open: IsOpen = Field(default=True, description="Is open", examples=[True])
    day: Day = Field(description="Day", examples=["2026-01-02"])
    seen_at: SeenAt = Field(description="Seen at", examples=["2026-01-02T03:04:05Z"])
    origin: UUID = Field(description="Origin", examples=["0f8fad5b-d9cb-469f-a165-70867728950e"])
    details: Details = Field(
        default_factory=dict[str, JsonValue],
        description="Details",
        examples=[{"door": "north", "deep": {"locked": [True]}}],
    )
    tags: Tags = Field(default_factory=list[str], description="Tags", examples=[["first", "other"]])
    level: Level = Field(default="low", description="Level", examples=["low"])


class SampleRead(BaseModel):
    """Response model of a sample."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="Identifier")
    owner_id: str = Field(description="Who made it")
    label: str = Field(description="Label")
    body: str = Field(description="Body")
    amount: int = Field(description="Amount")
    score: float = Field(description="Score")
    price: Decimal = Field(description="Price")
    is_open: bool = Field(description="Is open")
    day: date = Field(description="Day")
    seen_at: datetime = Field(description="Seen at")
    origin: UUID = Field(description="Origin")
    details: dict[str, JsonValue] = Field(description="Details")
    tags: list[str] = Field(description="Tags")
    level: Literal["low", "medium", "high"] = Field(description="Level")
    created_at: datetime = Field(description="When it was created (UTC)")
    updated_at: datetime = Field(description="When it was last changed (UTC)")
