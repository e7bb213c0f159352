"""Every real repository keeps the contract of the in-memory one."""

import pytest
from redis.asyncio import Redis

from demo.orders.redis_repository import RedisOrderRepository
from demo.orders.repository import OrderRepository
from tests.support.orders import make_order
from tests.support.orders_repository import OrderRepositoryContract

pytestmark = pytest.mark.integration


class TestRedisOrderRepository(OrderRepositoryContract):
    @pytest.fixture
    def repository(self, redis_client: Redis, namespace: str) -> OrderRepository:
        return RedisOrderRepository(redis_client, namespace=namespace)


@pytest.mark.asyncio
async def test_delete_leaves_no_key(redis_client: Redis, namespace: str) -> None:
    # Arrange
    repository = RedisOrderRepository(redis_client, namespace=namespace)
    order = make_order()
    await repository.add(order)

    # Act
    await repository.delete(order.shop_id, order.id)

    # Assert
    assert [key async for key in redis_client.scan_iter(match=f"{namespace}:*")] == []
