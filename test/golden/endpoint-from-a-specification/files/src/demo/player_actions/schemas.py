"""Player action request and response models."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Action = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64, pattern=r"\S")
]
Level = Literal["low", "high"]


class PlayerActionCreate(BaseModel):
    """Request model for creating (POST) a player action."""

    model_config = ConfigDict(extra="forbid")

    action: Action = Field(description="Action", examples=["first"])
    level: Level = Field(default="low", description="Level", examples=["low"])


class PlayerActionRead(BaseModel):
    """Response model of a player action."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="Identifier")
    player_id: str = Field(description="Player that the player action belongs to")
    action: str = Field(description="Action")
    level: Literal["low", "high"] = Field(description="Level")
    created_at: datetime = Field(description="When it was created (UTC)")
    updated_at: datetime = Field(description="When it was last changed (UTC)")
