"""Order repository on Redis.

One JSON string per item and one sorted index per shop.
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
from demo.orders.models import Order

_ADAPTER = TypeAdapter(Order)


@contextmanager
def _redis_errors() -> Generator[None]:
    try:
        yield
    except RedisError as exc:
        raise StoreUnavailableError("Order store is unavailable") from exc


class RedisOrderRepository:
    """Keeps orders in Redis."""

    def __init__(self, redis: Redis, *, namespace: str = "orders") -> None:
        self._redis = redis
        self._namespace = namespace

    def _key(self, shop_id: str, order_id: UUID) -> str:
        return f"{self._namespace}:{shop_id}:{order_id}"

    def _index(self, shop_id: str) -> str:
        return f"{self._namespace}:{shop_id}:index"

    async def add(self, order: Order) -> None:
        """Store an order and index it in one transaction."""
        key = self._key(order.shop_id, order.id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.set(key, _ADAPTER.dump_json(order), nx=True)
                pipe.zadd(self._index(order.shop_id), {order.sort_key: 0})
                created, _ = await pipe.execute()
        if not created:
            raise ConflictError(f"Order {order.id} already exists")

    async def get(self, shop_id: str, order_id: UUID) -> Order:
        """Return an order."""
        with _redis_errors():
            raw = await self._redis.get(self._key(shop_id, order_id))
        if raw is None:
            raise NotFoundError(f"Order {order_id} not found")
        return _ADAPTER.validate_json(raw)

    async def list(self, shop_id: str, page: PageRequest) -> list[Order]:
        """Return a page of orders, newest first."""
        start = f"({page.after}" if page.after else "+"
        with _redis_errors():
            found = await self._redis.zrange(
                self._index(shop_id),
                start,
                "-",
                desc=True,
                bylex=True,
                offset=0,
                num=page.limit,
            )
            # The client decodes responses, which redis-py's types cannot express.
            members = cast("list[str]", found)
            keys = [self._key(shop_id, UUID(member.partition(":")[2])) for member in members]
            rows = await self._redis.mget(keys) if keys else []
        return [_ADAPTER.validate_json(row) for row in rows if row is not None]

    async def update(self, order: Order) -> None:
        """Overwrite an order that exists."""
        key = self._key(order.shop_id, order.id)
        with _redis_errors():
            updated = await self._redis.set(key, _ADAPTER.dump_json(order), xx=True)
        if not updated:
            raise NotFoundError(f"Order {order.id} not found")

    async def delete(self, shop_id: str, order_id: UUID) -> None:
        """Remove an order and its index entry in one transaction."""
        order = await self.get(shop_id, order_id)
        with _redis_errors():
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.delete(self._key(shop_id, order_id))
                pipe.zrem(self._index(shop_id), order.sort_key)
                await pipe.execute()
