"""Quest endpoints on the in-memory repository."""

from datetime import UTC
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from demo.core.errors import PROBLEM_MEDIA_TYPE
from demo.core.settings import Settings
from demo.quests.schemas import QuestRead
from tests.support.clients import InMemoryRateLimiter
from tests.support.quests import CHANGED, PAYLOAD, make_quest
from tests.support.quests_repository import InMemoryQuestRepository
from tests.support.tokens import bearer

URL = "/api/v1/quests"


@pytest.mark.asyncio
async def test_create_quest(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryQuestRepository
) -> None:
    # Arrange
    payload = PAYLOAD

    # Act
    response = await client.post(URL, json=payload, headers=headers)

    # Assert
    assert response.status_code == 201
    body = response.json()
    assert {name: body[name] for name in payload} == payload
    assert response.headers["location"] == f"http://test{URL}/{body['id']}"
    [quest] = repository.items.values()
    assert quest.created_at.tzinfo is UTC
    shown = QuestRead.model_validate(body)
    assert shown == QuestRead.model_validate(quest)


@pytest.mark.asyncio
async def test_list_quests_pages(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryQuestRepository
) -> None:
    # Arrange
    for _ in range(3):
        await repository.add(make_quest())
    first = (await client.get(URL, params={"limit": 2}, headers=headers)).json()

    # Act
    response = await client.get(
        URL, params={"limit": 2, "cursor": first["next_cursor"]}, headers=headers
    )

    # Assert
    second = response.json()
    assert (len(first["items"]), len(second["items"])) == (2, 1)
    assert second["next_cursor"] is None
    ids = {each["id"] for each in [*first["items"], *second["items"]]}
    assert ids == {str(quest.id) for quest in repository.items.values()}


@pytest.mark.asyncio
async def test_list_quests_ends_with_a_full_page(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryQuestRepository
) -> None:
    # Arrange
    for _ in range(2):
        await repository.add(make_quest())

    # Act
    response = await client.get(URL, params={"limit": 2}, headers=headers)

    # Assert
    assert (len(response.json()["items"]), response.json()["next_cursor"]) == (2, None)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("params", "status"),
    [
        pytest.param({"limit": 0}, 422, id="limit too small"),
        pytest.param({"limit": 101}, 422, id="limit too large"),
        pytest.param({"cursor": "%%%"}, 400, id="cursor not base64"),
        pytest.param({"cursor": "_w"}, 400, id="cursor not text"),
    ],
)
async def test_list_quests_rejects(
    client: AsyncClient, headers: dict[str, str], params: dict[str, Any], status: int
) -> None:
    # Arrange
    url = URL

    # Act
    response = await client.get(url, params=params, headers=headers)

    # Assert
    assert response.status_code == status


@pytest.mark.asyncio
async def test_get_quest(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryQuestRepository
) -> None:
    # Arrange
    quest = make_quest()
    await repository.add(quest)

    # Act
    response = await client.get(f"{URL}/{quest.id}", headers=headers)

    # Assert
    assert response.status_code == 200
    shown = QuestRead.model_validate(response.json())
    assert shown == QuestRead.model_validate(quest)


@pytest.mark.asyncio
async def test_replace_quest(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryQuestRepository
) -> None:
    # Arrange
    quest = make_quest()
    await repository.add(quest)

    # Act
    response = await client.put(f"{URL}/{quest.id}", json=CHANGED, headers=headers)

    # Assert
    assert response.status_code == 200
    body = response.json()
    assert {name: body[name] for name in CHANGED} == CHANGED
    stored = await repository.get(quest.id)
    shown = QuestRead.model_validate(body)
    assert shown == QuestRead.model_validate(stored)
    assert stored.created_at == quest.created_at < stored.updated_at


@pytest.mark.asyncio
async def test_update_quest(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryQuestRepository
) -> None:
    # Arrange
    quest = make_quest()
    await repository.add(quest)
    changes = {"name": CHANGED["name"]}

    # Act
    response = await client.patch(f"{URL}/{quest.id}", json=changes, headers=headers)

    # Assert
    assert response.status_code == 200
    body = response.json()
    assert {name: body[name] for name in PAYLOAD} == PAYLOAD | changes
    stored = await repository.get(quest.id)
    shown = QuestRead.model_validate(body)
    assert shown == QuestRead.model_validate(stored)
    assert stored.created_at == quest.created_at < stored.updated_at


@pytest.mark.asyncio
async def test_delete_quest(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryQuestRepository
) -> None:
    # Arrange
    quest = make_quest()
    await repository.add(quest)

    # Act
    response = await client.delete(f"{URL}/{quest.id}", headers=headers)

    # Assert
    assert (response.status_code, response.content) == (204, b"")
    assert repository.items == {}


REQUESTS = [
    pytest.param("POST", "", PAYLOAD, id="create"),
    pytest.param("GET", "", None, id="list"),
    pytest.param("GET", f"/{uuid4()}", None, id="get"),
    pytest.param("PUT", f"/{uuid4()}", PAYLOAD, id="replace"),
    pytest.param("PATCH", f"/{uuid4()}", PAYLOAD, id="update"),
    pytest.param("DELETE", f"/{uuid4()}", None, id="delete"),
]
WRITES = [request for request in REQUESTS if request.values[0] != "GET"]
OF_ONE = [request for request in REQUESTS if request.values[1]]


@pytest.mark.asyncio
@pytest.mark.parametrize(("method", "path", "payload"), REQUESTS)
async def test_requires_authentication(
    client: AsyncClient, method: str, path: str, payload: dict[str, Any] | None
) -> None:
    # Arrange
    url = URL + path

    # Act
    response = await client.request(method, url, json=payload)

    # Assert
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.asyncio
@pytest.mark.parametrize(("method", "path", "payload"), WRITES)
async def test_refuses_writes_without_the_scope(
    client: AsyncClient, settings: Settings, method: str, path: str, payload: dict[str, Any] | None
) -> None:
    # Arrange
    headers = bearer(settings)

    # Act
    response = await client.request(method, URL + path, json=payload, headers=headers)

    # Assert
    assert response.status_code == 403
    assert response.headers["content-type"] == PROBLEM_MEDIA_TYPE


@pytest.mark.asyncio
@pytest.mark.parametrize(("method", "path", "payload"), OF_ONE)
async def test_unknown_quest_is_not_found(
    client: AsyncClient,
    headers: dict[str, str],
    method: str,
    path: str,
    payload: dict[str, Any] | None,
) -> None:
    # Arrange
    url = URL + path

    # Act
    response = await client.request(method, url, json=payload, headers=headers)

    # Assert
    assert response.status_code == 404
    assert response.json()["title"] == "Not Found"


@pytest.mark.asyncio
@pytest.mark.parametrize(("method", "path", "payload"), WRITES)
@pytest.mark.parametrize(
    ("earlier_hits", "limited"),
    [pytest.param(4, False, id="last one allowed"), pytest.param(5, True, id="one too many")],
)
async def test_limits_the_rate_of_writes(
    client: AsyncClient,
    headers: dict[str, str],
    rate_limiter: InMemoryRateLimiter,
    method: str,
    path: str,
    payload: dict[str, Any] | None,
    earlier_hits: int,
    limited: bool,
) -> None:
    # Arrange
    rate_limiter.hits["user-1"] = earlier_hits

    # Act
    response = await client.request(method, URL + path, json=payload, headers=headers)

    # Assert
    assert (response.status_code == 429) is limited
    assert response.headers.get("retry-after") == ("60" if limited else None)
