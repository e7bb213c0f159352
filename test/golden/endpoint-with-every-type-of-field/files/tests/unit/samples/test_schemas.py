"""Validation of sample requests."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import ValidationError

from demo.samples.schemas import MAX_ENTRIES, SampleCreate, SampleRead
from tests.support.samples import CHANGED, PAYLOAD, make_sample

REQUIRED = ["label", "price", "day", "seen_at", "origin"]


def test_read_shows_every_field() -> None:
    # Arrange
    sample = make_sample()

    # Act
    read = SampleRead.model_validate(sample)

    # Assert
    assert read.model_dump() == asdict(sample)


@pytest.mark.parametrize("payload", [PAYLOAD, CHANGED])
def test_create_accepts(payload: dict[str, Any]) -> None:
    # Arrange
    schema = SampleCreate

    # Act
    accepted = schema.model_validate(payload)

    # Assert
    assert accepted.model_dump(mode="json") == payload


def test_create_fills_in_defaults() -> None:
    # Arrange
    payload: dict[str, Any] = {name: PAYLOAD[name] for name in REQUIRED}

    # Act
    created = SampleCreate.model_validate(payload)

    # Assert
    assert created.body == ""
    assert created.amount == 1
    assert created.score == 0.5
    assert created.is_open is True
    assert created.details == {}
    assert created.tags == []
    assert created.level == "low"


@pytest.mark.parametrize("field", REQUIRED)
def test_create_requires(field: str) -> None:
    # Arrange
    payload = {name: value for name, value in PAYLOAD.items() if name != field}

    # Act
    with pytest.raises(ValidationError) as caught:
        SampleCreate.model_validate(payload)

    # Assert
    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("unknown", 1, id="a field that is unknown"),
        pytest.param("label", None, id="label: null"),
        pytest.param("label", "", id="label: empty"),
        pytest.param("label", " " * 2, id="label: blank"),
        pytest.param("label", "x" * 65, id="label: too long"),
        pytest.param("label", 1, id="label: not a text"),
        pytest.param("body", None, id="body: null"),
        pytest.param("body", "x" * 501, id="body: too long"),
        pytest.param("body", 1, id="body: not a text"),
        pytest.param("amount", None, id="amount: null"),
        pytest.param("amount", "many", id="amount: not a number"),
        pytest.param("amount", True, id="amount: a flag"),
        pytest.param("amount", -1, id="amount: too small"),
        pytest.param("amount", 101, id="amount: too large"),
        pytest.param("score", None, id="score: null"),
        pytest.param("score", "many", id="score: not a number"),
        pytest.param("score", True, id="score: a flag"),
        pytest.param("score", float("inf"), id="score: infinite"),
        pytest.param("price", None, id="price: null"),
        pytest.param("price", "many", id="price: not a number"),
        pytest.param("price", "0.00001", id="price: too precise"),
        pytest.param("price", 1.5, id="price: no text"),
        pytest.param("is_open", None, id="is_open: null"),
        pytest.param("is_open", "maybe", id="is_open: neither true nor false"),
        pytest.param("is_open", 1, id="is_open: a number"),
        pytest.param("day", None, id="day: null"),
        pytest.param("day", "2026-13-01", id="day: no date"),
        pytest.param("day", 86400, id="day: a number"),
        pytest.param("day", "86400", id="day: a number in a text"),
        pytest.param("seen_at", None, id="seen_at: null"),
        pytest.param("seen_at", "yesterday", id="seen_at: no time"),
        pytest.param("seen_at", 0, id="seen_at: a number"),
        pytest.param("seen_at", "2026-01-02T03:04:05", id="seen_at: without a zone"),
        pytest.param("origin", None, id="origin: null"),
        pytest.param("origin", "7c9e", id="origin: no identifier"),
        pytest.param("details", None, id="details: null"),
        pytest.param("details", [], id="details: no object"),
        pytest.param("details", {" ": 1}, id="details: a blank key"),
        pytest.param(
            "details", {str(n): n for n in range(MAX_ENTRIES + 1)}, id="details: too many entries"
        ),
        pytest.param("tags", None, id="tags: null"),
        pytest.param("tags", "one", id="tags: no list"),
        pytest.param("tags", [None], id="tags: an empty entry"),
        pytest.param("tags", ["first"] * (MAX_ENTRIES + 1), id="tags: too many entries"),
        pytest.param("level", None, id="level: null"),
        pytest.param("level", "something else", id="level: none of the choices"),
    ],
)
def test_create_rejects(field: str, value: Any) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    with pytest.raises(ValidationError) as caught:
        SampleCreate.model_validate(payload)

    # Assert
    assert {error["loc"][0] for error in caught.value.errors()} == {field}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param("label", " first ", "first", id="label"),
        pytest.param("body", " first ", "first", id="body"),
    ],
)
def test_create_keeps_no_blanks_around(field: str, value: str, expected: str) -> None:
    # Arrange
    payload = PAYLOAD | {field: value}

    # Act
    created = SampleCreate.model_validate(payload)

    # Assert
    assert getattr(created, field) == expected
