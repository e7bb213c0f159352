"""Quest test data."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter

from demo.quests.models import Quest

PAYLOAD: dict[str, Any] = {
    "name": "first",
}
CHANGED: dict[str, Any] = {
    "name": "other",
}

_ADAPTER = TypeAdapter(Quest)


def make_quest(**overrides: Any) -> Quest:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "id": uuid4(),
        **PAYLOAD,
        "created_at": now,
        "updated_at": now,
    }
    return _ADAPTER.validate_python(values | overrides)
