"""Player action test data."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter

from demo.player_actions.models import PlayerAction

PAYLOAD: dict[str, Any] = {
    "action": "first",
    "level": "low",
}
CHANGED: dict[str, Any] = {
    "action": "other",
    "level": "high",
}

_ADAPTER = TypeAdapter(PlayerAction)


def make_player_action(**overrides: Any) -> PlayerAction:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "id": uuid4(),
        "player_id": "user-1",
        **PAYLOAD,
        "created_at": now,
        "updated_at": now,
    }
    return _ADAPTER.validate_python(values | overrides)
