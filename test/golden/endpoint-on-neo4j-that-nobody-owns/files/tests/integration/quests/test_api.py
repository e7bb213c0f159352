"""Quest endpoints on a real store."""

from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from neo4j import AsyncDriver

from demo.core.dependencies import get_neo4j
from demo.core.settings import Settings
from tests.support.quests import PAYLOAD
from tests.support.tokens import bearer

pytestmark = pytest.mark.integration


@pytest_asyncio.fixture
async def client(app: FastAPI, neo4j_driver: AsyncDriver) -> AsyncGenerator[AsyncClient]:
    app.dependency_overrides[get_neo4j] = lambda: neo4j_driver
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://test") as http:
        yield http


@pytest.fixture
def headers(settings: Settings, namespace: str) -> dict[str, str]:
    return bearer(settings, namespace, scope="quests:write")


@pytest.fixture
def url() -> str:
    return "/api/v1/quests"


@pytest.mark.asyncio
async def test_created_quest_can_be_read(
    client: AsyncClient, headers: dict[str, str], url: str
) -> None:
    # Arrange
    created = await client.post(url, json=PAYLOAD, headers=headers)

    # Act
    response = await client.get(created.headers["location"], headers=headers)

    # Assert
    assert (created.status_code, response.status_code) == (201, 200)
    assert response.json() == created.json()
