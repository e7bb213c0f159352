"""Validation of player action requests."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import ValidationError

from demo.player_actions.schemas import (
    MAX_ENTRIES,
    PlayerActionCreate,
    PlayerActionRead,
    PlayerActionUpdate,
)
from tests.support.player_actions import CHANGED, PAYLOAD, make_player_action

REQUIRED = ["action_type"]


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
    assert created.parameters == {}


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
        pytest.param("action_type", None, id="action_type: null"),
        pytest.param("action_type", "", id="action_type: empty"),
        pytest.param("action_type", " " * 1, id="action_type: blank"),
        pytest.param("action_type", "x" * 65, id="action_type: too long"),
        pytest.param("action_type", 1, id="action_type: not a text"),
        pytest.param("parameters", None, id="parameters: null"),
        pytest.param("parameters", [], id="parameters: no object"),
        pytest.param("parameters", {" ": 1}, id="parameters: a blank key"),
        pytest.param(
            "parameters",
            {str(n): n for n in range(MAX_ENTRIES + 1)},
            id="parameters: too many entries",
        ),
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
        pytest.param("action_type", " first ", "first", id="action_type"),
    ],
)
def test_create_keeps_no_blanks_around(field: str, value: str, expected: str) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    created = PlayerActionCreate.model_validate(payload)

    # Assert
    assert getattr(created, field) == expected


@pytest.mark.parametrize("field", list(CHANGED))
def test_update_takes_one_field(field: str) -> None:
    # Arrange
    payload = {field: CHANGED[field]}

    # Act
    update = PlayerActionUpdate.model_validate(payload)

    # Assert
    assert set(update.changes()) == {field}


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param({}, id="no change"),
        pytest.param({"action_type": None}, id="explicit null"),
        pytest.param({"id": "1"}, id="read-only field"),
    ],
)
def test_update_rejects(payload: dict[str, Any]) -> None:
    # Arrange
    schema = PlayerActionUpdate

    # Act
    with pytest.raises(ValidationError) as caught:
        schema.model_validate(payload)

    # Assert
    assert caught.value.error_count() >= 1
