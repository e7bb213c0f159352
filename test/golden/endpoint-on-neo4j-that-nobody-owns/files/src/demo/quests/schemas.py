"""Quest request and response models."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.json_schema import SkipJsonSchema

Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"\S")
]


class QuestCreate(BaseModel):
    """Request model for creating (POST) or replacing (PUT) a quest."""

    model_config = ConfigDict(extra="forbid")

    name: Name = Field(description="Name", examples=["first"])


class QuestUpdate(BaseModel):
    """Request model for changing (PATCH) some fields of a quest."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"minProperties": 1})

    name: Name | SkipJsonSchema[None] = Field(default=None, description="Name")

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
    name: str = Field(description="Name")
    created_at: datetime = Field(description="When it was created (UTC)")
    updated_at: datetime = Field(description="When it was last changed (UTC)")
