"""Redis rate limiter on a mocked client."""

from unittest.mock import AsyncMock, MagicMock

import pytest
from redis.exceptions import RedisError

from demo.core.auth import User
from demo.core.errors import RateLimitedError
from demo.core.rate_limit import RedisRateLimiter, enforce_rate_limit
from demo.core.settings import Settings


@pytest.fixture
def pipe() -> MagicMock:
    return MagicMock(execute=AsyncMock(return_value=[3, True]))


@pytest.fixture
def limiter(pipe: MagicMock) -> RedisRateLimiter:
    redis = MagicMock()
    redis.pipeline.return_value.__aenter__ = AsyncMock(return_value=pipe)
    redis.pipeline.return_value.__aexit__ = AsyncMock(return_value=None)
    return RedisRateLimiter(redis)


@pytest.mark.asyncio
async def test_hit_counts_in_an_expiring_bucket(limiter: RedisRateLimiter, pipe: MagicMock) -> None:
    # Arrange
    window_s = 60

    # Act
    hits = await limiter.hit("user-1", window_s)

    # Assert
    assert hits == 3
    [bucket] = pipe.incr.call_args.args
    assert bucket.startswith("ratelimit:user-1:")
    pipe.expire.assert_called_once_with(bucket, window_s)


@pytest.mark.asyncio
async def test_hit_lets_through_while_redis_is_down(
    limiter: RedisRateLimiter, pipe: MagicMock
) -> None:
    # Arrange
    pipe.execute.side_effect = RedisError("down")

    # Act
    hits = await limiter.hit("user-1", 60)

    # Assert
    assert hits == 0


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("hits", "expected"),
    [pytest.param(5, False, id="last one allowed"), pytest.param(6, True, id="one too many")],
)
async def test_the_limit_is_enforced(
    limiter: RedisRateLimiter, pipe: MagicMock, settings: Settings, hits: int, expected: bool
) -> None:
    # Arrange
    pipe.execute.return_value = [hits, True]

    # Act
    try:
        await enforce_rate_limit(limiter, settings, User(id="user-1"))
        limited = False
    except RateLimitedError:
        limited = True

    # Assert
    assert limited is expected
