"""Tests of demo.sessions on real services."""

import pytest
from redis.asyncio import Redis

from demo.sessions import forget

pytestmark = pytest.mark.integration


@pytest.mark.asyncio
@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
async def test_forget(redis_client: Redis) -> None:
    # Arrange
    names: list[str] = ["name"]

    # Act
    result = await forget(redis_client, names)

    # Assert
    pytest.fail(f"skeleton: say what must be true of {result!r}")
