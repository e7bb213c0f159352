"""Validation of player action requests."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import ValidationError

from demo.player_actions.schemas import PlayerActionCreate, PlayerActionRead
from tests.support.player_actions import CHANGED, PAYLOAD, make_player_action

REQUIRED = ["action"]


def test_read_shows_every_field() -> None:
    # Arrange
    action = make_player_action()

    # Act
    read = PlayerActionRead.model_validate(action)

    # Assert
    assert read.model_dump() == asdict(action)


@pytest.mark.parametrize("payload", [PAYLOAD, CHANGED])
def test_create_accepts(payload: dict[str, Any]) -> None:
    # Arrange
    schema = PlayerActionCreate

    # Act
    accepted = schema.model_validate(payload)

    # Assert
    assert accepted.model_dump(mode="json") == payload


def test_create_fills_in_defaults() -> None:
    # Arrange
    payload: dict[str, Any] = {name: PAYLOAD[name] for name in REQUIRED}

    # Act
    created = PlayerActionCreate.model_validate(payload)

    # Assert
    assert created.level == "low"


@pytest.mark.parametrize("field", REQUIRED)
def test_create_requires(field: str) -> None:
    # Arrange
    payload = {name: value for name, value in PAYLOAD.items() if name != field}

    # Act
    with pytest.raises(ValidationError) as caught:
        PlayerActionCreate.model_validate(payload)

    # Assert
    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("unknown", 1, id="a field that is unknown"),
        pytest.param("action", None, id="action: null"),
        pytest.param("action", "", id="action: empty"),
        pytest.param("action", " " * 1, id="action: blank"),
        pytest.param("action", "x" * 65, id="action: too long"),
        pytest.param("action", 1, id="action: not a text"),
        pytest.param("level", None, id="level: null"),
        pytest.param("level", "something else", id="level: none of the choices"),
    ],
)
def test_create_rejects(field: str, value: Any) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    with pytest.raises(ValidationError) as caught:
        PlayerActionCreate.model_validate(payload)

    # Assert
    assert {error["loc"][0] for error in caught.value.errors()} == {field}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param("action", " first ", "first", id="action"),
    ],
)
def test_create_keeps_no_blanks_around(field: str, value: str, expected: str) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    created = PlayerActionCreate.model_validate(payload)

    # Assert
    assert getattr(created, field) == expected
