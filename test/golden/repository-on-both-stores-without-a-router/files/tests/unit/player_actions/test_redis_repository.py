"""Redis repository on a mocked client: commands sent and errors translated."""

from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from pydantic import TypeAdapter
from redis.exceptions import ConnectionError as RedisConnectionError

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.player_actions.models import PlayerAction
from demo.player_actions.redis_repository import RedisPlayerActionRepository
from tests.support.player_actions import make_player_action

ADAPTER = TypeAdapter(PlayerAction)
INDEX = "player_actions:user-1:index"


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
def repository(redis: MagicMock) -> RedisPlayerActionRepository:
    return RedisPlayerActionRepository(redis)


@pytest.mark.asyncio
async def test_add_writes_item_and_index(
    repository: RedisPlayerActionRepository, pipe: MagicMock
) -> None:
    # Arrange
    action = make_player_action()

    # Act
    await repository.add(action)

    # Assert
    key = f"player_actions:user-1:{action.id}"
    pipe.set.assert_called_once_with(key, ADAPTER.dump_json(action), nx=True)
    pipe.zadd.assert_called_once_with(INDEX, {action.sort_key: 0})


@pytest.mark.asyncio
async def test_add_taken_identifier_raises_conflict(
    repository: RedisPlayerActionRepository, pipe: MagicMock
) -> None:
    # Arrange
    pipe.execute.return_value = [None, 0]

    # Act
    with pytest.raises(ConflictError) as caught:
        await repository.add(make_player_action())

    # Assert
    assert "already exists" in caught.value.detail


@pytest.mark.asyncio
async def test_get_reads_json(repository: RedisPlayerActionRepository, redis: MagicMock) -> None:
    # Arrange
    action = make_player_action()
    redis.get.return_value = ADAPTER.dump_json(action).decode()

    # Act
    found = await repository.get(action.player_id, action.id)

    # Assert
    assert found == action
    redis.get.assert_awaited_once_with(f"player_actions:user-1:{action.id}")


@pytest.mark.asyncio
async def test_list_reads_index_then_values(
    repository: RedisPlayerActionRepository, redis: MagicMock
) -> None:
    # Arrange
    action = make_player_action()
    redis.zrange.return_value = [action.sort_key, make_player_action().sort_key]
    redis.mget.return_value = [ADAPTER.dump_json(action).decode(), None]

    # Act
    found = await repository.list(action.player_id, PageRequest(limit=2, after="k"))

    # Assert
    assert found == [action]
    redis.zrange.assert_awaited_once_with(INDEX, "(k", "-", desc=True, bylex=True, offset=0, num=2)


@pytest.mark.asyncio
async def test_update_overwrites_existing_only(
    repository: RedisPlayerActionRepository, redis: MagicMock
) -> None:
    # Arrange
    action = make_player_action()

    # Act
    await repository.update(action)

    # Assert
    key = f"player_actions:user-1:{action.id}"
    redis.set.assert_awaited_once_with(key, ADAPTER.dump_json(action), xx=True)


@pytest.mark.asyncio
async def test_update_missing_raises_not_found(
    repository: RedisPlayerActionRepository, redis: MagicMock
) -> None:
    # Arrange
    redis.set.return_value = None

    # Act
    with pytest.raises(NotFoundError) as caught:
        await repository.update(make_player_action())

    # Assert
    assert "not found" in caught.value.detail


@pytest.mark.asyncio
async def test_delete_removes_item_and_index(
    repository: RedisPlayerActionRepository, redis: MagicMock, pipe: MagicMock
) -> None:
    # Arrange
    action = make_player_action()
    redis.get.return_value = ADAPTER.dump_json(action).decode()

    # Act
    await repository.delete(action.player_id, action.id)

    # Assert
    pipe.delete.assert_called_once_with(f"player_actions:user-1:{action.id}")
    pipe.zrem.assert_called_once_with(INDEX, action.sort_key)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("add", (make_player_action(),), id="add"),
        pytest.param("get", ("user-1", make_player_action().id), id="get"),
        pytest.param("list", ("user-1", PageRequest()), id="list"),
        pytest.param("update", (make_player_action(),), id="update"),
        pytest.param("delete", ("user-1", make_player_action().id), id="delete"),
    ],
)
async def test_redis_failure_is_store_unavailable(
    repository: RedisPlayerActionRepository,
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
