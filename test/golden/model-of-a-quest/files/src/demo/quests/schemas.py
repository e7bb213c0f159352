"""Quest request and response models."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

MAX_INTEGER = 2**53 - 1  # the largest that every JSON reader keeps exactly


Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Reward = Annotated[int, Field(ge=0, le=MAX_INTEGER)]


class QuestCreate(BaseModel):
    """Request model for creating (POST) or replacing (PUT) a quest."""

    model_config = ConfigDict(extra="forbid")

    title: Title = Field(description="Title", examples=["first"])
    reward: Reward = Field(default=0, description="Reward", examples=[0])


class QuestUpdate(BaseModel):
    """Request model for changing (PATCH) some fields of a quest."""

    model_config = ConfigDict(extra="forbid")

    title: Title | None = Field(default=None, description="Title")
    reward: Reward | None = Field(default=None, description="Reward")

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
