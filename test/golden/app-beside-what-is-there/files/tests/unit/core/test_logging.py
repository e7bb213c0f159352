"""JSON logging and request identifiers."""

import json
import logging
from collections.abc import Generator

import pytest
from httpx2 import AsyncClient

from shop.core.logging import JsonFormatter, configure_logging


@pytest.fixture
def package_logger() -> Generator[logging.Logger]:
    logger = logging.getLogger("shop")
    handlers, level = logger.handlers, logger.level
    yield logger
    logger.handlers, logger.level = handlers, level


def test_formatter_includes_extra_and_exception() -> None:
    # Arrange
    record = logging.makeLogRecord({"msg": "saved %s", "args": ("x",), "action_id": 7})
    record.exc_info = (ValueError, ValueError("boom"), None)

    # Act
    payload = json.loads(JsonFormatter().format(record))

    # Assert
    assert (payload["message"], payload["action_id"]) == ("saved x", 7)
    assert "boom" in payload["exception"]


def test_configure_logging_sets_level(package_logger: logging.Logger) -> None:
    # Arrange
    package_logger.handlers = []

    # Act
    configure_logging("WARNING")

    # Assert
    assert package_logger.level == logging.WARNING
    assert [type(handler.formatter) for handler in package_logger.handlers] == [JsonFormatter]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        pytest.param("abc-1", True, id="kept"),
        pytest.param("x" * 65, False, id="too long"),
        pytest.param("{evil}", False, id="bad characters"),
    ],
)
async def test_request_id_is_echoed(client: AsyncClient, sent: str, kept: bool) -> None:
    # Arrange
    headers = {"X-Request-ID": sent}

    # Act
    response = await client.get("/api/v1/health", headers=headers)

    # Assert
    assert response.json() == {"status": "ok"}
    assert (response.headers["x-request-id"] == sent) is kept
