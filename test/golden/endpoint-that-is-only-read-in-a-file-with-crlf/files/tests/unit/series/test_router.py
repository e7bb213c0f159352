"""Series endpoints on the in-memory repository."""

from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from demo.series.schemas import SeriesRead
from tests.support.series import make_series
from tests.support.series_repository import InMemorySeriesRepository

URL = "/api/v1/series"


@pytest.mark.asyncio
async def test_list_series_pages(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySeriesRepository
) -> None:
    # Arrange
    for _ in range(3):
        await repository.add(make_series())
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
    assert ids == {str(series.id) for series in repository.items.values()}


@pytest.mark.asyncio
async def test_list_series_ends_with_a_full_page(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySeriesRepository
) -> None:
    # Arrange
    for _ in range(2):
        await repository.add(make_series())

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
async def test_list_series_rejects(
    client: AsyncClient, headers: dict[str, str], params: dict[str, Any], status: int
) -> None:
    # Arrange
    url = URL

    # Act
    response = await client.get(url, params=params, headers=headers)

    # Assert
    assert response.status_code == status


@pytest.mark.asyncio
async def test_get_series(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySeriesRepository
) -> None:
    # Arrange
    series = make_series()
    await repository.add(series)

    # Act
    response = await client.get(f"{URL}/{series.id}", headers=headers)

    # Assert
    assert response.status_code == 200
    shown = SeriesRead.model_validate(response.json())
    assert shown == SeriesRead.model_validate(series)


REQUESTS = [
    pytest.param("GET", "", None, id="list"),
    pytest.param("GET", f"/{uuid4()}", None, id="get"),
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
@pytest.mark.parametrize(("method", "path", "payload"), OF_ONE)
async def test_unknown_series_is_not_found(
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
