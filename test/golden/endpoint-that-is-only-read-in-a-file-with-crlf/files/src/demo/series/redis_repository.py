"""Series repository on Redis.

One JSON string per item and one sorted index.
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
from demo.series.models import Series

_ADAPTER = TypeAdapter(Series)


@contextmanager
def _redis_errors() -> Generator[None]:
    try:
        yield
    except RedisError as exc:
        raise StoreUnavailableError("Series store is unavailable") from exc


class RedisSeriesRepository:
    """Keeps series in Redis."""

    def __init__(self, redis: Redis, *, namespace: str = "series") -> None:
        self._redis = redis
        self._namespace = namespace

    def _key(self, series_id: UUID) -> str:
        return f"{self._namespace}:{series_id}"

    def _index(self) -> str:
        return f"{self._namespace}:index"

    async def add(self, series: Series) -> None:
        """Store a series and index it in one transaction."""
        key = self._key(series.id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.set(key, _ADAPTER.dump_json(series), nx=True)
                pipe.zadd(self._index(), {series.sort_key: 0})
                created, _ = await pipe.execute()
        if not created:
            raise ConflictError(f"Series {series.id} already exists")

    async def get(self, series_id: UUID) -> Series:
        """Return a series."""
        with _redis_errors():
            raw = await self._redis.get(self._key(series_id))
        if raw is None:
            raise NotFoundError(f"Series {series_id} not found")
        return _ADAPTER.validate_json(raw)

    async def list(self, page: PageRequest) -> list[Series]:
        """Return a page of series, newest first."""
        start = f"({page.after}" if page.after else "+"
        with _redis_errors():
            found = await self._redis.zrange(
                self._index(),
                start,
                "-",
                desc=True,
                bylex=True,
                offset=0,
                num=page.limit,
            )
            # The client decodes responses, which redis-py's types cannot express.
            members = cast("list[str]", found)
            keys = [self._key(UUID(member.partition(":")[2])) for member in members]
            rows = await self._redis.mget(keys) if keys else []
        return [_ADAPTER.validate_json(row) for row in rows if row is not None]

    async def update(self, series: Series) -> None:
        """Overwrite a series that exists."""
        key = self._key(series.id)
        with _redis_errors():
            updated = await self._redis.set(key, _ADAPTER.dump_json(series), xx=True)
        if not updated:
            raise NotFoundError(f"Series {series.id} not found")

    async def delete(self, series_id: UUID) -> None:
        """Remove a series and its index entry in one transaction."""
        series = await self.get(series_id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.delete(self._key(series_id))
                pipe.zrem(self._index(), series.sort_key)
                await pipe.execute()
