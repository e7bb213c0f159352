"""The dependencies that hand out clients and pick implementations."""

import secrets
from unittest.mock import AsyncMock

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from redis.asyncio import Redis

from demo.core.dependencies import get_neo4j, get_redis
from demo.core.errors import handle_app_error
from demo.core.events import RedisEventBroker, get_event_broker
from demo.core.rate_limit import RedisRateLimiter, get_rate_limiter
from demo.core.settings import Settings, get_settings


@pytest.fixture
def request_(app: FastAPI) -> Request:
    with TestClient(app):  # the lifespan creates both clients without connecting
        return Request({"type": "http", "app": app, "path": "/"})


@pytest.mark.asyncio
async def test_adapters_use_shared_clients(request_: Request) -> None:
    # Arrange
    redis = await get_redis(request_)

    # Act
    adapters = [await get_rate_limiter(redis), await get_event_broker(redis)]

    # Assert
    assert [type(adapter) for adapter in adapters] == [RedisRateLimiter, RedisEventBroker]


@pytest.mark.asyncio
async def test_clients_are_those_of_the_lifespan(request_: Request) -> None:
    # Arrange
    state = request_.app.state

    # Act
    clients = [await get_redis(request_), await get_neo4j(request_)]

    # Assert
    assert clients == [state.redis, state.neo4j]


def test_the_lifespan_bounds_redis_and_closes_it(
    app: FastAPI, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Arrange
    close = AsyncMock()
    monkeypatch.setattr(Redis, "aclose", close)

    # Act
    with TestClient(app):
        pool = app.state.redis.connection_pool

    # Assert
    assert pool.max_connections == settings.redis_max_connections
    close.assert_awaited_once_with()


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    # Arrange
    secret = secrets.token_urlsafe(32)
    monkeypatch.setenv("DEMO_JWT_SECRET", secret)
    get_settings.cache_clear()

    # Act
    settings = get_settings()

    # Assert
    assert settings.jwt_secret.get_secret_value() == secret
    get_settings.cache_clear()


@pytest.mark.asyncio
async def test_unexpected_errors_are_not_swallowed(request_: Request) -> None:
    # Arrange
    error = ValueError("boom")

    # Act
    with pytest.raises(ValueError, match="boom") as caught:
        await handle_app_error(request_, error)

    # Assert
    assert caught.value is error
