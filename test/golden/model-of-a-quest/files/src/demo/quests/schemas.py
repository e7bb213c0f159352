"""Quest request and response models."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

MAX_INTEGER = 2**53 - 1  # the largest that every JSON reader keeps exactly


def numbers_only(value: object) -> object:
    """Refuse flags and texts, which would be taken for numbers."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number:
        raise ValueError("must be a number")
    return value


Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"\S")
]
Reward = Annotated[int, Field(ge=0, le=MAX_INTEGER), BeforeValidator(numbers_only)]


class QuestCreate(BaseModel):
    """Request model for creating (POST) or replacing (PUT) a quest."""

    model_config = ConfigDict(extra="forbid")

    title: Title = Field(description="Title", examples=["first"])
    reward: Reward = Field(default=0, description="Reward", examples=[0])


class QuestUpdate(BaseModel):
    """Request model for changing (PATCH) some fields of a quest."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"minProperties": 1})

    title: Title | SkipJsonSchema[None] = Field(default=None, description="Title")
    reward: Reward | SkipJsonSchema[None] = Field(default=None, description="Reward")

    @model_validator(mode="after")
    def validate_changes(self) -> Self:
        """Require a change, and refuse explicit nulls."""
        changes = self.changes()
        if not changes:
            raise ValueError("at least one field is required")
        if any(value is None for value in changes.values()):
            raise ValueError("fields must not be null")
        return self

    def changes(self) -> dict[str, Any]:
        """Return the fields that the client sent."""
        return self.model_dump(exclude_unset=True)


class QuestRead(BaseModel):
    """Response model of a quest."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="Identifier")
    owner_id: str = Field(description="Who made it")
    title: str = Field(description="Title")
    reward: int = Field(description="Reward")
    created_at: datetime = Field(description="When it was created (UTC)")
    updated_at: datetime = Field(description="When it was last changed (UTC)")
