"""Publish/subscribe port and its Redis implementation."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, Any, Protocol

from fastapi import Depends
from redis.asyncio import Redis
from redis.exceptions import RedisError

from demo.core.dependencies import RedisDep
from demo.core.errors import StoreUnavailableError


class EventBroker(Protocol):
    """Sends text messages to the subscribers of a channel."""

    async def publish(self, channel: str, message: str) -> None:
        """Send a message.

        Raises:
            StoreUnavailableError: if the broker cannot be reached.
        """
        ...

    def subscribe(self, channel: str) -> AbstractAsyncContextManager[AsyncIterator[str]]:
        """Receive the messages sent while the context is open."""
        ...


class RedisEventBroker:
    """Event broker on Redis pub/sub."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def publish(self, channel: str, message: str) -> None:
        """Send a message."""
        try:
            await self._redis.publish(channel, message)
        except RedisError as exc:
            raise StoreUnavailableError("Event broker is unavailable") from exc

    @asynccontextmanager
    async def subscribe(self, channel: str) -> AsyncGenerator[AsyncIterator[str]]:
        """Receive the messages sent while the context is open."""
        async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
            await pubsub.subscribe(channel)
            yield self._messages(pubsub.listen())

    @staticmethod
    async def _messages(stream: AsyncIterator[dict[str, Any]]) -> AsyncIterator[str]:
        async for message in stream:
            yield str(message["data"])


async def get_event_broker(redis: RedisDep) -> EventBroker:
    """Return the broker; override this dependency in tests."""
    return RedisEventBroker(redis)


EventBrokerDep = Annotated[EventBroker, Depends(get_event_broker)]
