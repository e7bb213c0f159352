"""The repository that the service works on."""

from unittest.mock import MagicMock

import pytest

from demo.orders.dependencies import get_order_repository
from demo.orders.redis_repository import RedisOrderRepository


@pytest.mark.asyncio
async def test_the_repository_is_on_redis() -> None:
    # Arrange
    redis = MagicMock()

    # Act
    repository = await get_order_repository(redis)

    # Assert
    assert isinstance(repository, RedisOrderRepository)
