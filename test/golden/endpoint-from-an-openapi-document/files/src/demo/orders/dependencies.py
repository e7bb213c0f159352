"""Order dependencies: the one place that picks a repository."""

from typing import Annotated

from fastapi import Depends

from demo.core.dependencies import RedisDep
from demo.orders.redis_repository import RedisOrderRepository
from demo.orders.repository import OrderRepository


async def get_order_repository(redis: RedisDep) -> OrderRepository:
    """Return the repository; override this dependency in tests."""
    return RedisOrderRepository(redis)


OrderRepositoryDep = Annotated[OrderRepository, Depends(get_order_repository)]
