"""Every real repository keeps the contract of the in-memory one."""

import pytest
from redis.asyncio import Redis

from demo.series.redis_repository import RedisSeriesRepository
from demo.series.repository import SeriesRepository
from tests.support.series import make_series
from tests.support.series_repository import SeriesRepositoryContract

pytestmark = pytest.mark.integration


class TestRedisSeriesRepository(SeriesRepositoryContract):
    @pytest.fixture
    def repository(self, redis_client: Redis, namespace: str) -> SeriesRepository:
        return RedisSeriesRepository(redis_client, namespace=namespace)


@pytest.mark.asyncio
async def test_delete_leaves_no_key(redis_client: Redis, namespace: str) -> None:
    # Arrange
    repository = RedisSeriesRepository(redis_client, namespace=namespace)
    series = make_series()
    await repository.add(series)

    # Act
    await repository.delete(series.id)

    # Assert
    assert [key async for key in redis_client.scan_iter(match=f"{namespace}:*")] == []
