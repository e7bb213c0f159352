"""Order endpoints on the in-memory repository."""

from datetime import UTC
from typing import Any

import pytest
from httpx2 import AsyncClient

from demo.core.errors import PROBLEM_MEDIA_TYPE
from demo.core.settings import Settings
from demo.orders.schemas import OrderRead
from tests.support.clients import InMemoryRateLimiter
from tests.support.orders import PAYLOAD, make_order
from tests.support.orders_repository import InMemoryOrderRepository
from tests.support.tokens import bearer

URL = "/api/v1/shops/user-1/orders"


@pytest.mark.asyncio
async def test_create_order(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryOrderRepository
) -> None:
    # Arrange
    payload = PAYLOAD

    # Act
    response = await client.post(URL, json=payload, headers=headers)

    # Assert
    assert response.status_code == 201
    body = response.json()
    assert {name: body[name] for name in payload} == payload
    [order] = repository.items.values()
    assert order.created_at.tzinfo is UTC
    shown = OrderRead.model_validate(body)
    assert shown == OrderRead.model_validate(order)


@pytest.mark.asyncio
async def test_list_orders_pages(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryOrderRepository
) -> None:
    # Arrange
    for _ in range(3):
        await repository.add(make_order())
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
    assert ids == {str(order.id) for order in repository.items.values()}


@pytest.mark.asyncio
async def test_list_orders_ends_with_a_full_page(
    client: AsyncClient, headers: dict[str, str], repository: InMemoryOrderRepository
) -> None:
    # Arrange
    for _ in range(2):
        await repository.add(make_order())

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
async def test_list_orders_rejects(
    client: AsyncClient, headers: dict[str, str], params: dict[str, Any], status: int
) -> None:
    # Arrange
    url = URL

    # Act
    response = await client.get(url, params=params, headers=headers)

    # Assert
    assert response.status_code == status


REQUESTS = [
    pytest.param("POST", "", PAYLOAD, id="create"),
    pytest.param("GET", "", None, id="list"),
]
WRITES = [request for request in REQUESTS if request.values[0] != "GET"]


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
