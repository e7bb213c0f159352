"""Every real repository keeps the contract of the in-memory one."""

import pytest
from redis.asyncio import Redis

from demo.samples.redis_repository import RedisSampleRepository
from demo.samples.repository import SampleRepository
from tests.support.samples import make_sample
from tests.support.samples_repository import SampleRepositoryContract

pytestmark = pytest.mark.integration


class TestRedisSampleRepository(SampleRepositoryContract):
    @pytest.fixture
    def repository(self, redis_client: Redis, namespace: str) -> SampleRepository:
        return RedisSampleRepository(redis_client, namespace=namespace)


@pytest.mark.asyncio
async def test_delete_leaves_no_key(redis_client: Redis, namespace: str) -> None:
    # Arrange
    repository = RedisSampleRepository(redis_client, namespace=namespace)
    sample = make_sample()
    await repository.add(sample)

    # Act
    await repository.delete(sample.owner_id, sample.id)

    # Assert
    assert [key async for key in redis_client.scan_iter(match=f"{namespace}:*")] == []
