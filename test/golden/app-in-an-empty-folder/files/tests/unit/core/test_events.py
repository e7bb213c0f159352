"""Redis event broker on a mocked client."""

from collections.abc import AsyncIterator
from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from redis.exceptions import RedisError

from demo.core.errors import StoreUnavailableError
from demo.core.events import RedisEventBroker


async def stream() -> AsyncIterator[dict[str, Any]]:
    yield {"type": "message", "data": "hello"}


@pytest.mark.asyncio
async def test_publish_sends() -> None:
    # Arrange
    redis = MagicMock(publish=AsyncMock())

    # Act
    await RedisEventBroker(redis).publish("channel", "hello")

    # Assert
    redis.publish.assert_awaited_once_with("channel", "hello")


@pytest.mark.asyncio
async def test_publish_failure_is_store_unavailable() -> None:
    # Arrange
    redis = MagicMock(publish=AsyncMock(side_effect=RedisError("down")))

    # Act
    with pytest.raises(StoreUnavailableError) as caught:
        await RedisEventBroker(redis).publish("channel", "hello")

    # Assert
    assert caught.value.status == 503


@pytest.mark.asyncio
async def test_subscribe_yields_data() -> None:
    # Arrange
    redis = MagicMock()
    pubsub = redis.pubsub.return_value.__aenter__.return_value
    pubsub.subscribe = AsyncMock()
    pubsub.listen = stream

    # Act
    async with RedisEventBroker(redis).subscribe("channel") as messages:
        received = [message async for message in messages]

    # Assert
    assert received == ["hello"]
    redis.pubsub.assert_called_once_with(ignore_subscribe_messages=True)
    pubsub.subscribe.assert_awaited_once_with("channel")
