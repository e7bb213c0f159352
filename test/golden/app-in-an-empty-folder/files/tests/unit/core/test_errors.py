"""Errors become problem documents."""

import json

import pytest
from fastapi import Request

from demo.core.errors import (
    PROBLEM_MEDIA_TYPE,
    AppError,
    AuthenticationError,
    NotFoundError,
    RateLimitedError,
    StoreUnavailableError,
    handle_app_error,
)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("error", "status", "header"),
    [
        pytest.param(AuthenticationError("no"), 401, ("www-authenticate", "Bearer"), id="401"),
        pytest.param(NotFoundError("no"), 404, None, id="404"),
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
