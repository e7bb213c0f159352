"""Sample repository on Redis.

One JSON string per item and one sorted index for each set of them.
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
from demo.samples.models import Sample

_ADAPTER = TypeAdapter(Sample)


@contextmanager
def _redis_errors() -> Generator[None]:
    try:
        yield
    except RedisError as exc:
        raise StoreUnavailableError("Sample store is unavailable") from exc


class RedisSampleRepository:
    """Keeps samples in Redis."""

    def __init__(self, redis: Redis, *, namespace: str = "samples") -> None:
        self._redis = redis
        self._namespace = namespace

    def _key(self, owner_id: str, sample_id: UUID) -> str:
        return f"{self._namespace}:{owner_id}:{sample_id}"

    def _index(self, owner_id: str) -> str:
        return f"{self._namespace}:{owner_id}:index"

    async def add(self, sample: Sample) -> None:
        """Store a sample and index it in one transaction."""
        key = self._key(sample.owner_id, sample.id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.set(key, _ADAPTER.dump_json(sample), nx=True)
                pipe.zadd(self._index(sample.owner_id), {sample.sort_key: 0})
                created, _ = await pipe.execute()
        if not created:
            raise ConflictError(f"Sample {sample.id} already exists")

    async def get(self, owner_id: str, sample_id: UUID) -> Sample:
        """Return a sample."""
        with _redis_errors():
            raw = await self._redis.get(self._key(owner_id, sample_id))
        if raw is None:
            raise NotFoundError(f"Sample {sample_id} not found")
        return _ADAPTER.validate_json(raw)

    async def list(self, owner_id: str, page: PageRequest) -> list[Sample]:
        """Return a page of samples, newest first."""
        start = f"({page.after}" if page.after else "+"
        with _redis_errors():
            found = await self._redis.zrange(
                self._index(owner_id),
                start,
                "-",
                desc=True,
                bylex=True,
                offset=0,
                num=page.limit,
            )
            # The client decodes responses, which redis-py's types cannot express.
            members = cast("list[str]", found)
            keys = [self._key(owner_id, UUID(member.partition(":")[2])) for member in members]
            rows = await self._redis.mget(keys) if keys else []
        return [_ADAPTER.validate_json(row) for row in rows if row is not None]

    async def update(self, sample: Sample) -> None:
        """Overwrite a sample that exists."""
        key = self._key(sample.owner_id, sample.id)
        with _redis_errors():
            updated = await self._redis.set(key, _ADAPTER.dump_json(sample), xx=True)
        if not updated:
            raise NotFoundError(f"Sample {sample.id} not found")

    async def delete(self, owner_id: str, sample_id: UUID) -> None:
        """Remove a sample and its index entry in one transaction."""
        sample = await self.get(owner_id, sample_id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.delete(self._key(owner_id, sample_id))
                pipe.zrem(self._index(owner_id), sample.sort_key)
                await pipe.execute()
