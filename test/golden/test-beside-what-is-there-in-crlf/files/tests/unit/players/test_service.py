"""Players, tested by hand."""

from uuid import UUID, uuid4

import pytest

from demo.players.models import Player
from demo.players.service import Team, UnknownPlayerError, find, promote


def test_that_a_promotion_counts() -> None:
    # Arrange
    player = Player(name="Ada")

    # Act
    promoted = promote(player)

    # Assert
    assert promoted.rank == "high"


@pytest.mark.asyncio
@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
async def test_find() -> None:
    # Arrange
    players: dict[UUID, Player] = {uuid4(): Player(name="name")}
    player_id = uuid4()

    # Act
    result = await find(players, player_id)

    # Assert
    pytest.fail(f"skeleton: say what must be true of {result!r}")


@pytest.mark.asyncio
@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
async def test_find_raises_unknown_player() -> None:
    # Arrange
    players: dict[UUID, Player] = {uuid4(): Player(name="name")}
    player_id = uuid4()

    # Act
    with pytest.raises(UnknownPlayerError) as caught:
        await find(players, player_id)

    # Assert
    pytest.fail(f"skeleton: say what {caught.value!r} must tell")


@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
def test_team_size() -> None:
    # Arrange
    team = Team([Player(name="name")])

    # Act
    result = team.size

    # Assert
    pytest.fail(f"skeleton: say what must be true of {result!r}")


@pytest.mark.asyncio
@pytest.mark.xfail(strict=True, reason="skeleton: it asserts nothing yet")
async def test_team_names() -> None:
    # Arrange
    team = Team([Player(name="name")])

    # Act
    result = await anext(aiter(team.names()))

    # Assert
    pytest.fail(f"skeleton: say what must be true of {result!r}")
