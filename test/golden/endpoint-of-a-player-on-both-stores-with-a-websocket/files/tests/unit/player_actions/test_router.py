"""Player action endpoints on the in-memory repository."""

import json
from datetime import UTC
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import AsyncClient
from starlette.websockets import WebSocketDisconnect

from demo.core.errors import PROBLEM_MEDIA_TYPE, StoreUnavailableError
from demo.core.settings import Settings
from demo.player_actions.router import publish_created
from demo.player_actions.schemas import PlayerActionRead
from tests.support.clients import InMemoryEventBroker, InMemoryRateLimiter
from tests.support.player_actions import CHANGED, PAYLOAD, make_player_action
from tests.support.player_actions_repository import InMemoryPlayerActionRepository
from tests.support.tokens import bearer, make_token

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
    assert response.headers["location"] == f"http://test{URL}/{body['id']}"
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
async def test_get_player_action(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryPlayerActionRepository
) -> None:
    # Arrange
    action = make_player_action()
    await repository.add(action)

    # Act
    response = await client.get(f"{URL}/{action.id}", headers=headers)

    # Assert
    assert response.status_code == 200
    shown = PlayerActionRead.model_validate(response.json())
    assert shown == PlayerActionRead.model_validate(action)


@pytest.mark.asyncio
async def test_replace_player_action(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryPlayerActionRepository
) -> None:
    # Arrange
    action = make_player_action()
    await repository.add(action)

    # Act
    response = await client.put(f"{URL}/{action.id}", json=CHANGED, headers=headers)

    # Assert
    assert response.status_code == 200
    body = response.json()
    assert {name: body[name] for name in CHANGED} == CHANGED
    stored = await repository.get(action.player_id, action.id)
    shown = PlayerActionRead.model_validate(body)
    assert shown == PlayerActionRead.model_validate(stored)
    assert stored.created_at == action.created_at < stored.updated_at


@pytest.mark.asyncio
async def test_update_player_action(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryPlayerActionRepository
) -> None:
    # Arrange
    action = make_player_action()
    await repository.add(action)
    changes = {"action_type": CHANGED["action_type"]}

    # Act
    response = await client.patch(f"{URL}/{action.id}", json=changes, headers=headers)

    # Assert
    assert response.status_code == 200
    body = response.json()
    assert {name: body[name] for name in PAYLOAD} == PAYLOAD | changes
    stored = await repository.get(action.player_id, action.id)
    shown = PlayerActionRead.model_validate(body)
    assert shown == PlayerActionRead.model_validate(stored)
    assert stored.created_at == action.created_at < stored.updated_at


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


def test_stream_sends_created_player_actions(
    app: FastAPI, settings: Settings, headers: dict[str, str]
) -> None:
    # Arrange
    url = f"{URL}/stream?token={make_token(settings)}"
    with TestClient(app) as client, client.websocket_connect(url) as websocket:
        created = client.post(URL, json=PAYLOAD, headers=headers).json()

        # Act
        received = websocket.receive_json()

    # Assert
    assert received == created


@pytest.mark.parametrize("user_id", ["user-2", ""])
def test_stream_refuses_others(app: FastAPI, settings: Settings, user_id: str) -> None:
    # Arrange
    url = f"{URL}/stream?token={make_token(settings, user_id)}"

    # Act
    with (
        TestClient(app) as client,
        pytest.raises(WebSocketDisconnect) as caught,
        client.websocket_connect(url),
    ):
        pass

    # Assert
    assert caught.value.code == 1008
