"""Fixtures shared by all tests."""

import secrets
from collections.abc import AsyncGenerator, Generator

import pytest
import pytest_asyncio
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from pydantic import SecretStr

from shop.core.events import get_event_broker
from shop.core.rate_limit import get_rate_limiter
from shop.core.settings import Settings, get_settings
from shop.main import create_app
from tests.support.clients import InMemoryEventBroker, InMemoryRateLimiter


@pytest.fixture
def settings() -> Settings:
    return Settings(
        _env_file=None,  # pyright: ignore[reportCallIssue] - a pydantic-settings argument
        jwt_secret=SecretStr(secrets.token_urlsafe(32)),
        rate_limit_requests=5,
    )


@pytest.fixture
def rate_limiter() -> InMemoryRateLimiter:
    return InMemoryRateLimiter()


@pytest.fixture
def broker() -> InMemoryEventBroker:
    return InMemoryEventBroker()


@pytest.fixture(scope="session")
def application() -> FastAPI:
    """Build the routes once: the cost grows with every component."""
    return create_app()


@pytest.fixture
def app(
    application: FastAPI,
    settings: Settings,
    rate_limiter: InMemoryRateLimiter,
    broker: InMemoryEventBroker,
) -> Generator[FastAPI]:
    application.dependency_overrides = {
        get_settings: lambda: settings,
        get_rate_limiter: lambda: rate_limiter,
        get_event_broker: lambda: broker,
    }
    yield application
    application.dependency_overrides = {}


@pytest_asyncio.fixture
async def client(app: FastAPI) -> AsyncGenerator[AsyncClient]:
    transport = ASGITransport(app=app)
    async with AsyncClient(transport=transport, base_url="http://test") as http_client:
        yield http_client
