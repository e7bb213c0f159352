"""The liveness probe and the documentation of the API."""

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient


@pytest.mark.asyncio
async def test_health_answers_without_a_token(client: AsyncClient) -> None:
    # Arrange
    url = "/api/v1/health"

    # Act
    response = await client.get(url)

    # Assert
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_every_operation_has_a_summary(application: FastAPI) -> None:
    # Arrange
    paths = application.openapi()["paths"]

    # Act
    silent = [
        (method, path)
        for path, operations in paths.items()
        for method, operation in operations.items()
        if not operation.get("summary")
    ]

    # Assert
    assert silent == []
