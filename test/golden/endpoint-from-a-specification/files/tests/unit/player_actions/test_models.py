"""A player action, without a framework or a store."""

from datetime import UTC, datetime, timedelta

from demo.player_actions.models import PlayerAction
from tests.support.player_actions import make_player_action


def test_new_player_action_has_what_it_was_given() -> None:
    # Arrange
    given = make_player_action()

    # Act
    action = PlayerAction.new(
        player_id=given.player_id,
        action=given.action,
        level=given.level,
    )

    # Assert
    assert action.player_id == given.player_id
    assert action.action == given.action
    assert action.level == given.level


def test_new_player_action_is_stamped_and_is_its_own() -> None:
    # Arrange
    given = make_player_action()
    before = datetime.now(UTC)

    # Act
    action = PlayerAction.new(
        player_id=given.player_id,
        action=given.action,
        level=given.level,
    )

    # Assert
    assert action.id != given.id
    assert before <= action.created_at <= datetime.now(UTC)
    assert action.updated_at == action.created_at


def test_sort_key_grows_with_time() -> None:
    # Arrange
    now = datetime(2026, 1, 2, tzinfo=UTC)
    older = make_player_action(created_at=now)
    newer = make_player_action(created_at=now + timedelta(microseconds=1))

    # Act
    keys = [newer.sort_key, older.sort_key]

    # Assert
    assert sorted(keys) == [older.sort_key, newer.sort_key]
    assert older.sort_key.endswith(str(older.id))
