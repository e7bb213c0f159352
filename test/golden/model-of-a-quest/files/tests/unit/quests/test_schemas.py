"""Validation of quest requests."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import ValidationError

from demo.quests.schemas import QuestCreate, QuestRead, QuestUpdate
from tests.support.quests import CHANGED, PAYLOAD, make_quest

REQUIRED = ["title"]


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


def test_create_fills_in_defaults() -> None:
    # Arrange
    payload: dict[str, Any] = {name: PAYLOAD[name] for name in REQUIRED}

    # Act
    created = QuestCreate.model_validate(payload)

    # Assert
    assert created.reward == 0


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
        pytest.param("title", None, id="title: null"),
        pytest.param("title", "", id="title: empty"),
        pytest.param("title", " " * 1, id="title: blank"),
        pytest.param("title", "x" * 81, id="title: too long"),
        pytest.param("title", 1, id="title: not a text"),
        pytest.param("reward", None, id="reward: null"),
        pytest.param("reward", "many", id="reward: not a number"),
        pytest.param("reward", True, id="reward: a flag"),
        pytest.param("reward", -1, id="reward: too small"),
        pytest.param("reward", 2**53, id="reward: too large"),
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
        pytest.param("title", " first ", "first", id="title"),
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
        pytest.param({"title": None}, id="explicit null"),
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
