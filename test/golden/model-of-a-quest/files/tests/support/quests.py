"""Quest test data."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter

from demo.quests.models import Quest

PAYLOAD: dict[str, Any] = {
    "title": "first",
    "reward": 0,
}
CHANGED: dict[str, Any] = {
    "title": "other",
    "reward": 1,
}

_ADAPTER = TypeAdapter(Quest)


def make_quest(**overrides: Any) -> Quest:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "id": uuid4(),
        "owner_id": "user-1",
        **PAYLOAD,
        "created_at": now,
        "updated_at": now,
    }
    return _ADAPTER.validate_python(values | overrides)
