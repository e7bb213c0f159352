"""Validation of order requests."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import ValidationError

from demo.orders.schemas import OrderCreate, OrderRead
from tests.support.orders import CHANGED, PAYLOAD, make_order

REQUIRED = ["note", "day"]


def test_read_shows_every_field() -> None:
    # Arrange
    order = make_order()

    # Act
    read = OrderRead.model_validate(order)

    # Assert
    assert read.model_dump() == asdict(order)


@pytest.mark.parametrize("payload", [PAYLOAD, CHANGED])
def test_create_accepts(payload: dict[str, Any]) -> None:
    # Arrange
    schema = OrderCreate

    # Act
    accepted = schema.model_validate(payload)

    # Assert
    assert accepted.model_dump(mode="json") == payload


def test_create_fills_in_defaults() -> None:
    # Arrange
    payload: dict[str, Any] = {name: PAYLOAD[name] for name in REQUIRED}

    # Act
    created = OrderCreate.model_validate(payload)

    # Assert
    assert created.count == 1
    assert created.level == "low"


@pytest.mark.parametrize("field", REQUIRED)
def test_create_requires(field: str) -> None:
    # Arrange
    payload = {name: value for name, value in PAYLOAD.items() if name != field}

    # Act
    with pytest.raises(ValidationError) as caught:
        OrderCreate.model_validate(payload)

    # Assert
    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("unknown", 1, id="a field that is unknown"),
        pytest.param("note", None, id="note: null"),
        pytest.param("note", "", id="note: empty"),
        pytest.param("note", " " * 1, id="note: blank"),
        pytest.param("note", "x" * 65, id="note: too long"),
        pytest.param("note", 1, id="note: not a text"),
        pytest.param("day", None, id="day: null"),
        pytest.param("day", "2026-13-01", id="day: no date"),
        pytest.param("day", 86400, id="day: a number"),
        pytest.param("day", "86400", id="day: a number in a text"),
        pytest.param("count", None, id="count: null"),
        pytest.param("count", "many", id="count: not a number"),
        pytest.param("count", True, id="count: a flag"),
        pytest.param("count", 0, id="count: too small"),
        pytest.param("count", 100, id="count: too large"),
        pytest.param("level", None, id="level: null"),
        pytest.param("level", "something else", id="level: none of the choices"),
    ],
)
def test_create_rejects(field: str, value: Any) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    with pytest.raises(ValidationError) as caught:
        OrderCreate.model_validate(payload)

    # Assert
    assert {error["loc"][0] for error in caught.value.errors()} == {field}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param("note", " first ", "first", id="note"),
    ],
)
def test_create_keeps_no_blanks_around(field: str, value: str, expected: str) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    created = OrderCreate.model_validate(payload)

    # Assert
    assert getattr(created, field) == expected
