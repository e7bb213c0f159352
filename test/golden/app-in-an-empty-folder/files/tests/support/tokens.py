"""Access tokens for tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

import jwt

from demo.core.settings import Settings


def make_token(settings: Settings, user_id: str = "user-1", **claims: Any) -> str:
    payload: dict[str, Any] = {
        "sub": user_id,
        "aud": settings.jwt_audience,
        "exp": datetime.now(UTC) + timedelta(minutes=5),
        **claims,
    }
    payload = {name: value for name, value in payload.items() if value is not None}
    return jwt.encode(
        payload, settings.jwt_secret.get_secret_value(), algorithm=settings.jwt_algorithm
    )


def bearer(settings: Settings, user_id: str = "user-1", **claims: Any) -> dict[str, str]:
    return {"Authorization": f"Bearer {make_token(settings, user_id, **claims)}"}
