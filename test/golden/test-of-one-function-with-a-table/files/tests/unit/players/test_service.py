"""Tests of demo.players.service."""

import pytest

from demo.players.models import Player
from demo.players.service import promote


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        pytest.param(1, ..., id="first case"),
        pytest.param(1, ..., id="second case"),
    ],
)
@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
def test_promote_cases(by: int, expected: Player) -> None:
    # Arrange
    player = Player(name="name")

    # Act
    result = promote(player, by=by)

    # Assert
    assert result == expected


@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
def test_promote_raises_value() -> None:
    # Arrange
    player = Player(name="name")
    by = 1

    # Act
    with pytest.raises(ValueError, match=r"A promotion by") as caught:
        promote(player, by=by)

    # Assert
    pytest.fail(f"skeleton: say what {caught.value!r} must tell")
