"""Redis repository on a mocked client: commands sent and errors translated."""

from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from pydantic import TypeAdapter
from redis.exceptions import ConnectionError as RedisConnectionError

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.orders.models import Order
from demo.orders.redis_repository import RedisOrderRepository
from tests.support.orders import make_order

ADAPTER = TypeAdapter(Order)
INDEX = "orders:user-1:index"


@pytest.fixture
def pipe() -> MagicMock:
    pipeline = MagicMock()
    pipeline.execute = AsyncMock(return_value=[True, 1])
    return pipeline


@pytest.fixture
def redis(pipe: MagicMock) -> MagicMock:
    client = MagicMock(get=AsyncMock(), set=AsyncMock(), mget=AsyncMock(), zrange=AsyncMock())
    client.pipeline.return_value.__aenter__ = AsyncMock(return_value=pipe)
    client.pipeline.return_value.__aexit__ = AsyncMock(return_value=None)
    return client


@pytest.fixture
def repository(redis: MagicMock) -> RedisOrderRepository:
    return RedisOrderRepository(redis)


@pytest.mark.asyncio
async def test_add_writes_item_and_index(repository: RedisOrderRepository, pipe: MagicMock) -> None:
    # Arrange
    order = make_order()

    # Act
    await repository.add(order)

    # Assert
    key = f"orders:user-1:{order.id}"
    pipe.set.assert_called_once_with(key, ADAPTER.dump_json(order), nx=True)
    pipe.zadd.assert_called_once_with(INDEX, {order.sort_key: 0})


@pytest.mark.asyncio
async def test_add_taken_identifier_raises_conflict(
    repository: RedisOrderRepository, pipe: MagicMock
) -> None:
    # Arrange
    pipe.execute.return_value = [None, 0]

    # Act
    with pytest.raises(ConflictError) as caught:
        await repository.add(make_order())

    # Assert
    assert "already exists" in caught.value.detail


@pytest.mark.asyncio
async def test_get_reads_json(repository: RedisOrderRepository, redis: MagicMock) -> None:
    # Arrange
    order = make_order()
    redis.get.return_value = ADAPTER.dump_json(order).decode()

    # Act
    found = await repository.get(order.shop_id, order.id)

    # Assert
    assert found == order
    redis.get.assert_awaited_once_with(f"orders:user-1:{order.id}")


@pytest.mark.asyncio
async def test_list_reads_index_then_values(
    repository: RedisOrderRepository, redis: MagicMock
) -> None:
    # Arrange
    order = make_order()
    redis.zrange.return_value = [order.sort_key, make_order().sort_key]
    redis.mget.return_value = [ADAPTER.dump_json(order).decode(), None]

    # Act
    found = await repository.list(order.shop_id, PageRequest(limit=2, after="k"))

    # Assert
    assert found == [order]
    redis.zrange.assert_awaited_once_with(INDEX, "(k", "-", desc=True, bylex=True, offset=0, num=2)


@pytest.mark.asyncio
async def test_update_overwrites_existing_only(
    repository: RedisOrderRepository, redis: MagicMock
) -> None:
    # Arrange
    order = make_order()

    # Act
    await repository.update(order)

    # Assert
    key = f"orders:user-1:{order.id}"
    redis.set.assert_awaited_once_with(key, ADAPTER.dump_json(order), xx=True)


@pytest.mark.asyncio
async def test_update_missing_raises_not_found(
    repository: RedisOrderRepository, redis: MagicMock
) -> None:
    # Arrange
    redis.set.return_value = None

    # Act
    with pytest.raises(NotFoundError) as caught:
        await repository.update(make_order())

    # Assert
    assert "not found" in caught.value.detail


@pytest.mark.asyncio
async def test_delete_removes_item_and_index(
    repository: RedisOrderRepository, redis: MagicMock, pipe: MagicMock
) -> None:
    # Arrange
    order = make_order()
    redis.get.return_value = ADAPTER.dump_json(order).decode()

    # Act
    await repository.delete(order.shop_id, order.id)

    # Assert
    pipe.delete.assert_called_once_with(f"orders:user-1:{order.id}")
    pipe.zrem.assert_called_once_with(INDEX, order.sort_key)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("add", (make_order(),), id="add"),
        pytest.param("get", ("user-1", make_order().id), id="get"),
        pytest.param("list", ("user-1", PageRequest()), id="list"),
        pytest.param("update", (make_order(),), id="update"),
        pytest.param("delete", ("user-1", make_order().id), id="delete"),
    ],
)
async def test_redis_failure_is_store_unavailable(
    repository: RedisOrderRepository,
    redis: MagicMock,
    pipe: MagicMock,
    method: str,
    arguments: tuple[Any, ...],
) -> None:
    # Arrange
    for command in (redis.get, redis.set, redis.zrange, pipe.execute):
        command.side_effect = RedisConnectionError("down")

    # Act
    with pytest.raises(StoreUnavailableError) as caught:
        await getattr(repository, method)(*arguments)

    # Assert
    assert caught.value.status == 503
