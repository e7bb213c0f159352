"""Validation of quest requests."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import ValidationError

from demo.quests.schemas import QuestCreate, QuestRead, QuestUpdate
from tests.support.quests import CHANGED, PAYLOAD, make_quest

REQUIRED = ["name"]


def test_read_shows_every_field() -> None:
    # Arrange
    quest = make_quest()

    # Act
    read = QuestRead.model_validate(quest)

    # Assert
    assert read.model_dump() == asdict(quest)


@pytest.mark.parametrize("payload", [PAYLOAD, CHANGED])
def test_create_accepts(payload: dict[str, Any]) -> None:
    # Arrange
    schema = QuestCreate

    # Act
    accepted = schema.model_validate(payload)

    # Assert
    assert accepted.model_dump(mode="json") == payload


@pytest.mark.parametrize("field", REQUIRED)
def test_create_requires(field: str) -> None:
    # Arrange
    payload = {name: value for name, value in PAYLOAD.items() if name != field}

    # Act
    with pytest.raises(ValidationError) as caught:
        QuestCreate.model_validate(payload)

    # Assert
    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("unknown", 1, id="a field that is unknown"),
        pytest.param("name", None, id="name: null"),
        pytest.param("name", "", id="name: empty"),
        pytest.param("name", " " * 1, id="name: blank"),
        pytest.param("name", "x" * 201, id="name: too long"),
        pytest.param("name", 1, id="name: not a text"),
    ],
)
def test_create_rejects(field: str, value: Any) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    with pytest.raises(ValidationError) as caught:
        QuestCreate.model_validate(payload)

    # Assert
    assert {error["loc"][0] for error in caught.value.errors()} == {field}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param("name", " first ", "first", id="name"),
    ],
)
def test_create_keeps_no_blanks_around(field: str, value: str, expected: str) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    created = QuestCreate.model_validate(payload)

    # Assert
    assert getattr(created, field) == expected


@pytest.mark.parametrize("field", list(CHANGED))
def test_update_takes_one_field(field: str) -> None:
    # Arrange
    payload = {field: CHANGED[field]}

    # Act
    update = QuestUpdate.model_validate(payload)

    # Assert
    assert set(update.changes()) == {field}


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param({}, id="no change"),
        pytest.param({"name": None}, id="explicit null"),
        pytest.param({"id": "1"}, id="read-only field"),
    ],
)
def test_update_rejects(payload: dict[str, Any]) -> None:
    # Arrange
    schema = QuestUpdate

    # Act
    with pytest.raises(ValidationError) as caught:
        schema.model_validate(payload)

    # Assert
    assert caught.value.error_count() >= 1
