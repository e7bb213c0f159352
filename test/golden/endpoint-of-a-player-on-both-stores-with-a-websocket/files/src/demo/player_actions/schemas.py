"""Player action request and response models."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

MAX_ENTRIES = 50


def no_blank_keys(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Refuse blank keys."""
    if any(not key.strip() for key in value):
        raise ValueError("keys must not be blank")
    return value


ActionType = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64, pattern=r"\S")
]
Parameters = Annotated[
    dict[str, JsonValue],
    Field(max_length=MAX_ENTRIES, json_schema_extra={"propertyNames": {"pattern": r"\S"}}),
    AfterValidator(no_blank_keys),
]


class PlayerActionCreate(BaseModel):
    """Request model for creating (POST) or replacing (PUT) a player action."""

    model_config = ConfigDict(extra="forbid")

    action_type: ActionType = Field(description="Action type", examples=["first"])
    parameters: Parameters = Field(
        default_factory=dict[str, JsonValue],
        description="Parameters",
        examples=[{"door": "north", "deep": {"locked": [True]}}],
    )


class PlayerActionUpdate(BaseModel):
    """Request model for changing (PATCH) some fields of a player action."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"minProperties": 1})

    action_type: ActionType | SkipJsonSchema[None] = Field(default=None, description="Action type")
    parameters: Parameters | SkipJsonSchema[None] = Field(default=None, description="Parameters")

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


class PlayerActionRead(BaseModel):
    """Response model of a player action."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="Identifier")
    player_id: str = Field(description="Player that the player action belongs to")
    action_type: str = Field(description="Action type")
    parameters: dict[str, JsonValue] = Field(description="Parameters")
    created_at: datetime = Field(description="When it was created (UTC)")
    updated_at: datetime = Field(description="When it was last changed (UTC)")
