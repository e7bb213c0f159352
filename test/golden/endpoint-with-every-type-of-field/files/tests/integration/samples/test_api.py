"""Sample endpoints on a real store."""

from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from redis.asyncio import Redis

from demo.core.dependencies import get_redis
from demo.core.events import get_event_broker
from demo.core.rate_limit import get_rate_limiter
from demo.core.settings import Settings
from demo.samples.dependencies import get_sample_repository
from demo.samples.redis_repository import RedisSampleRepository
from tests.support.samples import PAYLOAD
from tests.support.tokens import bearer

pytestmark = pytest.mark.integration


@pytest_asyncio.fixture
async def client(app: FastAPI, redis_client: Redis, namespace: str) -> AsyncGenerator[AsyncClient]:
    for dependency in (get_event_broker, get_rate_limiter):
        del app.dependency_overrides[dependency]
    repository = RedisSampleRepository(redis_client, namespace=namespace)
    app.dependency_overrides[get_redis] = lambda: redis_client
    app.dependency_overrides[get_sample_repository] = lambda: repository
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://test") as http:
        yield http


@pytest.fixture
def headers(settings: Settings, namespace: str) -> dict[str, str]:
    return bearer(settings, namespace)


@pytest.fixture
def url() -> str:
    return "/api/v1/samples"


@pytest.mark.asyncio
async def test_created_sample_can_be_read(
    client: AsyncClient, headers: dict[str, str], url: str
) -> None:
    # Arrange
    created = await client.post(url, json=PAYLOAD, headers=headers)

    # Act
    response = await client.get(created.headers["location"], headers=headers)

    # Assert
    assert (created.status_code, response.status_code) == (201, 200)
    assert response.json() == created.json()


@pytest.mark.asyncio
async def test_created_sample_is_persisted(
    client: AsyncClient, headers: dict[str, str], url: str, redis_client: Redis, namespace: str
) -> None:
    # Arrange
    payload = PAYLOAD

    # Act
    created = await client.post(url, json=payload, headers=headers)

    # Assert
    key = f"{namespace}:{namespace}:{created.json()['id']}"
    assert await redis_client.get(key) is not None
