"""Errors become problem documents."""

import json

import pytest
from fastapi import FastAPI, Request
from httpx2 import AsyncClient

from demo.core.errors import (
    PROBLEM_MEDIA_TYPE,
    AppError,
    AuthenticationError,
    ConflictError,
    InvalidRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitedError,
    StoreUnavailableError,
    handle_app_error,
)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("error", "status", "header"),
    [
        pytest.param(AuthenticationError("no"), 401, ("www-authenticate", "Bearer"), id="401"),
        pytest.param(InvalidRequestError("no"), 400, None, id="400"),
        pytest.param(PermissionDeniedError("no"), 403, None, id="403"),
        pytest.param(NotFoundError("no"), 404, None, id="404"),
        pytest.param(ConflictError("no"), 409, None, id="409"),
        pytest.param(RateLimitedError(7), 429, ("retry-after", "7"), id="429"),
        pytest.param(StoreUnavailableError("no"), 503, None, id="503"),
    ],
)
async def test_an_error_is_a_problem_document(
    error: AppError, status: int, header: tuple[str, str] | None
) -> None:
    # Arrange
    request = Request({"type": "http", "path": "/things", "headers": []})

    # Act
    response = await handle_app_error(request, error)

    # Assert
    assert (response.status_code, response.media_type) == (status, PROBLEM_MEDIA_TYPE)
    body = json.loads(bytes(response.body))
    assert (body["status"], body["detail"]) == (status, error.detail)
    assert header is None or header in response.headers.items()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/nowhere", 404, id="a path that is not there"),
        pytest.param("DELETE", "/api/v1/health", 405, id="a method that it has not"),
    ],
)
async def test_what_the_framework_refuses_is_a_problem_document(
    client: AsyncClient, method: str, path: str, status: int
) -> None:
    # Arrange
    url = path

    # Act
    response = await client.request(method, url)

    # Assert
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert response.headers["content-type"] == PROBLEM_MEDIA_TYPE
    assert (response.headers.get("allow") is not None) is (status == 405)


def test_errors_are_documented_as_what_they_are(app: FastAPI) -> None:
    # Arrange
    routes = app.openapi()["paths"].values()

    # Act
    answers = [
        (status, answer)
        for route in routes
        for operation in route.values()
        for status, answer in operation["responses"].items()
    ]

    # Assert
    problems = [answer for status, answer in answers if status[0] in "45" and status != "422"]
    assert all(list(answer["content"]) == [PROBLEM_MEDIA_TYPE] for answer in problems)
