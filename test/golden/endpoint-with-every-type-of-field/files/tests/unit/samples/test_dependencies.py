"""The repository that the service works on."""

from unittest.mock import MagicMock

import pytest

from demo.samples.dependencies import get_sample_repository
from demo.samples.redis_repository import RedisSampleRepository


@pytest.mark.asyncio
async def test_the_repository_is_on_redis() -> None:
    # Arrange
    redis = MagicMock()

    # Act
    repository = await get_sample_repository(redis)

    # Assert
    assert isinstance(repository, RedisSampleRepository)
