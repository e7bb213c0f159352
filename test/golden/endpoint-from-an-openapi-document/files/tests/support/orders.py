"""Order test data."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter

from demo.orders.models import Order

PAYLOAD: dict[str, Any] = {
    "note": "first",
    "day": "2026-01-02",
    "count": 1,
    "level": "low",
}
CHANGED: dict[str, Any] = {
    "note": "other",
    "day": "2026-03-04",
    "count": 99,
    "level": "high",
}

_ADAPTER = TypeAdapter(Order)


def make_order(**overrides: Any) -> Order:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "id": uuid4(),
        "shop_id": "user-1",
        **PAYLOAD,
        "created_at": now,
        "updated_at": now,
    }
    return _ADAPTER.validate_python(values | overrides)
