"""Redis repository on a mocked client: commands sent and errors translated."""

from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from pydantic import TypeAdapter
from redis.exceptions import ConnectionError as RedisConnectionError

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.series.models import Series
from demo.series.redis_repository import RedisSeriesRepository
from tests.support.series import make_series

ADAPTER = TypeAdapter(Series)
INDEX = "series:index"


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
def repository(redis: MagicMock) -> RedisSeriesRepository:
    return RedisSeriesRepository(redis)


@pytest.mark.asyncio
async def test_add_writes_item_and_index(
    repository: RedisSeriesRepository, pipe: MagicMock
) -> None:
    # Arrange
    series = make_series()

    # Act
    await repository.add(series)

    # Assert
    key = f"series:{series.id}"
    pipe.set.assert_called_once_with(key, ADAPTER.dump_json(series), nx=True)
    pipe.zadd.assert_called_once_with(INDEX, {series.sort_key: 0})


@pytest.mark.asyncio
async def test_add_taken_identifier_raises_conflict(
    repository: RedisSeriesRepository, pipe: MagicMock
) -> None:
    # Arrange
    pipe.execute.return_value = [None, 0]

    # Act
    with pytest.raises(ConflictError) as caught:
        await repository.add(make_series())

    # Assert
    assert "already exists" in caught.value.detail


@pytest.mark.asyncio
async def test_get_reads_json(repository: RedisSeriesRepository, redis: MagicMock) -> None:
    # Arrange
    series = make_series()
    redis.get.return_value = ADAPTER.dump_json(series).decode()

    # Act
    found = await repository.get(series.id)

    # Assert
    assert found == series
    redis.get.assert_awaited_once_with(f"series:{series.id}")


@pytest.mark.asyncio
async def test_list_reads_index_then_values(
    repository: RedisSeriesRepository, redis: MagicMock
) -> None:
    # Arrange
    series = make_series()
    redis.zrange.return_value = [series.sort_key, make_series().sort_key]
    redis.mget.return_value = [ADAPTER.dump_json(series).decode(), None]

    # Act
    found = await repository.list(PageRequest(limit=2, after="k"))

    # Assert
    assert found == [series]
    redis.zrange.assert_awaited_once_with(INDEX, "(k", "-", desc=True, bylex=True, offset=0, num=2)


@pytest.mark.asyncio
async def test_update_overwrites_existing_only(
    repository: RedisSeriesRepository, redis: MagicMock
) -> None:
    # Arrange
    series = make_series()

    # Act
    await repository.update(series)

    # Assert
    key = f"series:{series.id}"
    redis.set.assert_awaited_once_with(key, ADAPTER.dump_json(series), xx=True)


@pytest.mark.asyncio
async def test_update_missing_raises_not_found(
    repository: RedisSeriesRepository, redis: MagicMock
) -> None:
    # Arrange
    redis.set.return_value = None

    # Act
    with pytest.raises(NotFoundError) as caught:
        await repository.update(make_series())

    # Assert
    assert "not found" in caught.value.detail


@pytest.mark.asyncio
async def test_delete_removes_item_and_index(
    repository: RedisSeriesRepository, redis: MagicMock, pipe: MagicMock
) -> None:
    # Arrange
    series = make_series()
    redis.get.return_value = ADAPTER.dump_json(series).decode()

    # Act
    await repository.delete(series.id)

    # Assert
    pipe.delete.assert_called_once_with(f"series:{series.id}")
    pipe.zrem.assert_called_once_with(INDEX, series.sort_key)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("add", (make_series(),), id="add"),
        pytest.param("get", (make_series().id,), id="get"),
        pytest.param("list", (PageRequest(),), id="list"),
        pytest.param("update", (make_series(),), id="update"),
        pytest.param("delete", (make_series().id,), id="delete"),
    ],
)
async def test_redis_failure_is_store_unavailable(
    repository: RedisSeriesRepository,
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
