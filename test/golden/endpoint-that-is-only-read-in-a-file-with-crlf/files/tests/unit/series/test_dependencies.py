"""The repository that the service works on."""

from unittest.mock import MagicMock

import pytest

from demo.series.dependencies import get_series_repository
from demo.series.redis_repository import RedisSeriesRepository


@pytest.mark.asyncio
async def test_the_repository_is_on_redis() -> None:
    # Arrange
    redis = MagicMock()

    # Act
    repository = await get_series_repository(redis)

    # Assert
    assert isinstance(repository, RedisSeriesRepository)
