"""Player action repository on Redis.

One JSON string per item and one sorted index per player.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import cast
from uuid import UUID

from pydantic import TypeAdapter
from redis.asyncio import Redis
from redis.exceptions import RedisError

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.player_actions.models import PlayerAction

_ADAPTER = TypeAdapter(PlayerAction)


@contextmanager
def _redis_errors() -> Generator[None]:
    try:
        yield
    except RedisError as exc:
        raise StoreUnavailableError("Player action store is unavailable") from exc


class RedisPlayerActionRepository:
    """Keeps player actions in Redis."""

    def __init__(self, redis: Redis, *, namespace: str = "player_actions") -> None:
        self._redis = redis
        self._namespace = namespace

    def _key(self, player_id: str, action_id: UUID) -> str:
        return f"{self._namespace}:{player_id}:{action_id}"

    def _index(self, player_id: str) -> str:
        return f"{self._namespace}:{player_id}:index"

    async def add(self, action: PlayerAction) -> None:
        """Store a player action and index it in one transaction."""
        key = self._key(action.player_id, action.id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.set(key, _ADAPTER.dump_json(action), nx=True)
                pipe.zadd(self._index(action.player_id), {action.sort_key: 0})
                created, _ = await pipe.execute()
        if not created:
            raise ConflictError(f"Player action {action.id} already exists")

    async def get(self, player_id: str, action_id: UUID) -> PlayerAction:
        """Return a player action."""
        with _redis_errors():
            raw = await self._redis.get(self._key(player_id, action_id))
        if raw is None:
            raise NotFoundError(f"Player action {action_id} not found")
        return _ADAPTER.validate_json(raw)

    async def list(self, player_id: str, page: PageRequest) -> list[PlayerAction]:
        """Return a page of player actions, newest first."""
        start = f"({page.after}" if page.after else "+"
        with _redis_errors():
            found = await self._redis.zrange(
                self._index(player_id),
                start,
                "-",
                desc=True,
                bylex=True,
                offset=0,
                num=page.limit,
            )
            # The client decodes responses, which redis-py's types cannot express.
            members = cast("list[str]", found)
            keys = [self._key(player_id, UUID(member.partition(":")[2])) for member in members]
            rows = await self._redis.mget(keys) if keys else []
        return [_ADAPTER.validate_json(row) for row in rows if row is not None]

    async def update(self, action: PlayerAction) -> None:
        """Overwrite a player action that exists."""
        key = self._key(action.player_id, action.id)
        with _redis_errors():
            updated = await self._redis.set(key, _ADAPTER.dump_json(action), xx=True)
        if not updated:
            raise NotFoundError(f"Player action {action.id} not found")

    async def delete(self, player_id: str, action_id: UUID) -> None:
        """Remove a player action and its index entry in one transaction."""
        action = await self.get(player_id, action_id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.delete(self._key(player_id, action_id))
                pipe.zrem(self._index(player_id), action.sort_key)
                await pipe.execute()
