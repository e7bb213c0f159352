"""Sample test data."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter

from demo.samples.models import Sample

PAYLOAD: dict[str, Any] = {
    "label": "first",
    "body": "first",
    "amount": 0,
    "score": 1.0,
    "price": "0.50",
    "is_open": True,
    "day": "2026-01-02",
    "seen_at": "2026-01-02T03:04:05Z",
    "origin": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "details": {"door": "north", "deep": {"locked": [True]}},
    "tags": ["first", "other"],
    "level": "low",
}
CHANGED: dict[str, Any] = {
    "label": "other",
    "body": "other",
    "amount": 100,
    "score": 2.0,
    "price": "0.75",
    "is_open": False,
    "day": "2026-03-04",
    "seen_at": "2026-06-07T08:09:10Z",
    "origin": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    "details": {"door": "south"},
    "tags": ["other"],
    "level": "high",
}

_ADAPTER = TypeAdapter(Sample)


def make_sample(**overrides: Any) -> Sample:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "id": uuid4(),
        "owner_id": "user-1",
        **PAYLOAD,
        "created_at": now,
        "updated_at": now,
    }
    return _ADAPTER.validate_python(values | overrides)
