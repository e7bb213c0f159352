"""Cursors of pages."""

import pytest

from demo.core.errors import InvalidRequestError
from demo.core.pagination import PageRequest, decode_cursor, encode_cursor, get_page_request


def test_a_page_is_of_twenty_from_the_first_on() -> None:
    # Arrange
    expected = PageRequest(limit=20, after=None)

    # Act
    page = get_page_request()

    # Assert
    assert page == expected


@pytest.mark.parametrize("sort_key", ["a", "ab", "abc", "00001767225600000000:7c9e", "grün"])
def test_a_cursor_leads_back_to_its_key(sort_key: str) -> None:
    # Arrange
    cursor = encode_cursor(sort_key)

    # Act
    decoded = decode_cursor(cursor)

    # Assert
    assert decoded == sort_key


@pytest.mark.parametrize(
    "cursor",
    [
        pytest.param("%%%", id="not base64"),
        pytest.param("_w", id="not text"),
        pytest.param("a", id="cut off"),
    ],
)
def test_a_cursor_of_somebody_else_is_refused(cursor: str) -> None:
    # Arrange
    expected = "Invalid cursor"

    # Act
    with pytest.raises(InvalidRequestError) as caught:
        decode_cursor(cursor)

    # Assert
    assert caught.value.detail == expected
