"""Player action endpoints on the in-memory repository."""

import json
from datetime import UTC
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from demo.core.errors import PROBLEM_MEDIA_TYPE, StoreUnavailableError
from demo.core.settings import Settings
from demo.player_actions.router import publish_created
from demo.player_actions.schemas import PlayerActionRead
from tests.support.clients import InMemoryEventBroker
from tests.support.player_actions import PAYLOAD, make_player_action
from tests.support.player_actions_repository import InMemoryPlayerActionRepository
from tests.support.tokens import bearer

URL = "/api/v1/players/user-1/actions"


@pytest.mark.asyncio
async def test_create_player_action(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryPlayerActionRepository
) -> None:
    # Arrange
    payload = PAYLOAD

    # Act
    response = await client.post(URL, json=payload, headers=headers)

    # Assert
    assert response.status_code == 201
    body = response.json()
    assert {name: body[name] for name in payload} == payload
    [action] = repository.items.values()
    assert action.created_at.tzinfo is UTC
    shown = PlayerActionRead.model_validate(body)
    assert shown == PlayerActionRead.model_validate(action)


@pytest.mark.asyncio
async def test_create_player_action_publishes_event(
    client: AsyncClient, headers: dict[str, str], broker: InMemoryEventBroker
) -> None:
    # Arrange
    payload = PAYLOAD

    # Act
    response = await client.post(URL, json=payload, headers=headers)

    # Assert
    [(channel, message)] = broker.published
    assert channel == "player_actions:user-1:events"
    assert json.loads(message) == response.json()


@pytest.mark.asyncio
async def test_publish_created_survives_broker_failure(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, broker: InMemoryEventBroker
) -> None:
    # Arrange
    async def fail(channel: str, message: str) -> None:
        raise StoreUnavailableError(f"{channel} is down: {message}")

    monkeypatch.setattr(broker, "publish", fail)
    created = PlayerActionRead.model_validate(make_player_action())

    # Act
    await publish_created(broker, created)

    # Assert
    assert [record.message for record in caplog.records] == ["event not published"]


@pytest.mark.asyncio
async def test_list_player_actions_pages(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryPlayerActionRepository
) -> None:
    # Arrange
    for _ in range(3):
        await repository.add(make_player_action())
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
    assert ids == {str(action.id) for action in repository.items.values()}


@pytest.mark.asyncio
async def test_list_player_actions_ends_with_a_full_page(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryPlayerActionRepository
) -> None:
    # Arrange
    for _ in range(2):
        await repository.add(make_player_action())

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
async def test_list_player_actions_rejects(
    client: AsyncClient, headers: dict[str, str], params: dict[str, Any], status: int
) -> None:
    # Arrange
    url = URL

    # Act
    response = await client.get(url, params=params, headers=headers)

    # Assert
    assert response.status_code == status


@pytest.mark.asyncio
async def test_delete_player_action(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryPlayerActionRepository
) -> None:
    # Arrange
    action = make_player_action()
    await repository.add(action)

    # Act
    response = await client.delete(f"{URL}/{action.id}", headers=headers)

    # Assert
    assert (response.status_code, response.content) == (204, b"")
    assert repository.items == {}


REQUESTS = [
    pytest.param("POST", "", PAYLOAD, id="create"),
    pytest.param("GET", "", None, id="list"),
    pytest.param("DELETE", f"/{uuid4()}", None, id="delete"),
]
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
@pytest.mark.parametrize(("method", "path", "payload"), REQUESTS)
async def test_refuses_others(
    client: AsyncClient, settings: Settings, method: str, path: str, payload: dict[str, Any] | None
) -> None:
    # Arrange
    headers = bearer(settings, "user-2")

    # Act
    response = await client.request(method, URL + path, json=payload, headers=headers)

    # Assert
    assert response.status_code == 403
    assert response.headers["content-type"] == PROBLEM_MEDIA_TYPE


@pytest.mark.asyncio
@pytest.mark.parametrize(("method", "path", "payload"), OF_ONE)
async def test_unknown_player_action_is_not_found(
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
