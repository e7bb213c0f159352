"""Series test data."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter

from demo.series.models import Series

PAYLOAD: dict[str, Any] = {
    "name": "first",
}
CHANGED: dict[str, Any] = {
    "name": "other",
}

_ADAPTER = TypeAdapter(Series)


def make_series(**overrides: Any) -> Series:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "id": uuid4(),
        **PAYLOAD,
        "created_at": now,
        "updated_at": now,
    }
    return _ADAPTER.validate_python(values | overrides)
