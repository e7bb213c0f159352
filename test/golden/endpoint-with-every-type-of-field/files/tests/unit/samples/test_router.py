"""Sample endpoints on the in-memory repository."""

from datetime import UTC
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from demo.samples.schemas import SampleRead
from tests.support.samples import PAYLOAD, make_sample
from tests.support.samples_repository import InMemorySampleRepository

URL = "/api/v1/samples"


@pytest.mark.asyncio
async def test_create_sample(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySampleRepository
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
    [sample] = repository.items.values()
    assert sample.created_at.tzinfo is UTC
    shown = SampleRead.model_validate(body)
    assert shown == SampleRead.model_validate(sample)


@pytest.mark.asyncio
async def test_list_samples_pages(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySampleRepository
) -> None:
    # Arrange
    for _ in range(3):
        await repository.add(make_sample())
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
    assert ids == {str(sample.id) for sample in repository.items.values()}


@pytest.mark.asyncio
async def test_list_samples_ends_with_a_full_page(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySampleRepository
) -> None:
    # Arrange
    for _ in range(2):
        await repository.add(make_sample())

    # Act
    response = await client.get(URL, params={"limit": 2}, headers=headers)

    # Assert
    assert (len(response.json()["items"]), response.json()["next_cursor"]) == (2, None)


@pytest.mark.asyncio
async def test_list_samples_shows_ones_own(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySampleRepository
) -> None:
    # Arrange
    await repository.add(make_sample(owner_id="user-2"))

    # Act
    response = await client.get(URL, headers=headers)

    # Assert
    assert response.json()["items"] == []


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
async def test_list_samples_rejects(
    client: AsyncClient, headers: dict[str, str], params: dict[str, Any], status: int
) -> None:
    # Arrange
    url = URL

    # Act
    response = await client.get(url, params=params, headers=headers)

    # Assert
    assert response.status_code == status


@pytest.mark.asyncio
async def test_get_sample(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySampleRepository
) -> None:
    # Arrange
    sample = make_sample()
    await repository.add(sample)

    # Act
    response = await client.get(f"{URL}/{sample.id}", headers=headers)

    # Assert
    assert response.status_code == 200
    shown = SampleRead.model_validate(response.json())
    assert shown == SampleRead.model_validate(sample)


@pytest.mark.asyncio
async def test_get_sample_of_somebody_else(
    client: AsyncClient, headers: dict[str, str], repository: InMemorySampleRepository
) -> None:
    # Arrange
    sample = make_sample(owner_id="user-2")
    await repository.add(sample)

    # Act
    response = await client.get(f"{URL}/{sample.id}", headers=headers)

    # Assert
    assert response.status_code == 404


REQUESTS = [
    pytest.param("POST", "", PAYLOAD, id="create"),
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
async def test_unknown_sample_is_not_found(
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
