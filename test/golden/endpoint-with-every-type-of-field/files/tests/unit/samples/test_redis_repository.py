"""Redis repository on a mocked client: commands sent and errors translated."""

from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from pydantic import TypeAdapter
from redis.exceptions import ConnectionError as RedisConnectionError

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.samples.models import Sample
from demo.samples.redis_repository import RedisSampleRepository
from tests.support.samples import make_sample

ADAPTER = TypeAdapter(Sample)
INDEX = "samples:user-1:index"


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
def repository(redis: MagicMock) -> RedisSampleRepository:
    return RedisSampleRepository(redis)


@pytest.mark.asyncio
async def test_add_writes_item_and_index(
    repository: RedisSampleRepository, pipe: MagicMock
) -> None:
    # Arrange
    sample = make_sample()

    # Act
    await repository.add(sample)

    # Assert
    key = f"samples:user-1:{sample.id}"
    pipe.set.assert_called_once_with(key, ADAPTER.dump_json(sample), nx=True)
    pipe.zadd.assert_called_once_with(INDEX, {sample.sort_key: 0})


@pytest.mark.asyncio
async def test_add_taken_identifier_raises_conflict(
    repository: RedisSampleRepository, pipe: MagicMock
) -> None:
    # Arrange
    pipe.execute.return_value = [None, 0]

    # Act
    with pytest.raises(ConflictError) as caught:
        await repository.add(make_sample())

    # Assert
    assert "already exists" in caught.value.detail


@pytest.mark.asyncio
async def test_get_reads_json(repository: RedisSampleRepository, redis: MagicMock) -> None:
    # Arrange
    sample = make_sample()
    redis.get.return_value = ADAPTER.dump_json(sample).decode()

    # Act
    found = await repository.get(sample.owner_id, sample.id)

    # Assert
    assert found == sample
    redis.get.assert_awaited_once_with(f"samples:user-1:{sample.id}")


@pytest.mark.asyncio
async def test_list_reads_index_then_values(
    repository: RedisSampleRepository, redis: MagicMock
) -> None:
    # Arrange
    sample = make_sample()
    redis.zrange.return_value = [sample.sort_key, make_sample().sort_key]
    redis.mget.return_value = [ADAPTER.dump_json(sample).decode(), None]

    # Act
    found = await repository.list(sample.owner_id, PageRequest(limit=2, after="k"))

    # Assert
    assert found == [sample]
    redis.zrange.assert_awaited_once_with(INDEX, "(k", "-", desc=True, bylex=True, offset=0, num=2)


@pytest.mark.asyncio
async def test_update_overwrites_existing_only(
    repository: RedisSampleRepository, redis: MagicMock
) -> None:
    # Arrange
    sample = make_sample()

    # Act
    await repository.update(sample)

    # Assert
    key = f"samples:user-1:{sample.id}"
    redis.set.assert_awaited_once_with(key, ADAPTER.dump_json(sample), xx=True)


@pytest.mark.asyncio
async def test_update_missing_raises_not_found(
    repository: RedisSampleRepository, redis: MagicMock
) -> None:
    # Arrange
    redis.set.return_value = None

    # Act
    with pytest.raises(NotFoundError) as caught:
        await repository.update(make_sample())

    # Assert
    assert "not found" in caught.value.detail


@pytest.mark.asyncio
async def test_delete_removes_item_and_index(
    repository: RedisSampleRepository, redis: MagicMock, pipe: MagicMock
) -> None:
    # Arrange
    sample = make_sample()
    redis.get.return_value = ADAPTER.dump_json(sample).decode()

    # Act
    await repository.delete(sample.owner_id, sample.id)

    # Assert
    pipe.delete.assert_called_once_with(f"samples:user-1:{sample.id}")
    pipe.zrem.assert_called_once_with(INDEX, sample.sort_key)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("add", (make_sample(),), id="add"),
        pytest.param("get", ("user-1", make_sample().id), id="get"),
        pytest.param("list", ("user-1", PageRequest()), id="list"),
        pytest.param("update", (make_sample(),), id="update"),
        pytest.param("delete", ("user-1", make_sample().id), id="delete"),
    ],
)
async def test_redis_failure_is_store_unavailable(
    repository: RedisSampleRepository,
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
