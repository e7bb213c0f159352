"""Fixed-window rate limiting on Redis, with no further library."""

import logging
import time
from typing import Annotated, Protocol

from fastapi import Depends
from redis.asyncio import Redis
from redis.exceptions import RedisError

from demo.core.auth import CurrentUserDep
from demo.core.dependencies import RedisDep, SettingsDep
from demo.core.errors import RateLimitedError

logger = logging.getLogger(__name__)


class RateLimiter(Protocol):
    """Counts hits of a key in the current window."""

    async def hit(self, key: str, window_s: int) -> int:
        """Count one more hit and return the count of this window."""
        ...


class RedisRateLimiter:
    """Counts hits with INCR and EXPIRE in one transaction."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def hit(self, key: str, window_s: int) -> int:
        """Count one more hit; let requests through while Redis is down."""
        bucket = f"ratelimit:{key}:{int(time.time()) // window_s}"
        try:
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.incr(bucket)
                pipe.expire(bucket, window_s)
                count, _ = await pipe.execute()
        except RedisError:
            logger.warning("rate limiter unavailable, letting the request through", exc_info=True)
            return 0
        return int(count)


async def get_rate_limiter(redis: RedisDep) -> RateLimiter:
    """Return the limiter; override this dependency in tests."""
    return RedisRateLimiter(redis)


RateLimiterDep = Annotated[RateLimiter, Depends(get_rate_limiter)]


async def enforce_rate_limit(
    limiter: RateLimiterDep, settings: SettingsDep, user: CurrentUserDep
) -> None:
    """Fail with 429 once a user is over the limit."""
    hits = await limiter.hit(user.id, settings.rate_limit_window_s)
    if hits > settings.rate_limit_requests:
        raise RateLimitedError(retry_after_s=settings.rate_limit_window_s)
