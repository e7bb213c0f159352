"""Series request and response models."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class SeriesRead(BaseModel):
    """Response model of a series."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="Identifier")
    name: str = Field(description="Name")
    created_at: datetime = Field(description="When it was created (UTC)")
    updated_at: datetime = Field(description="When it was last changed (UTC)")
