"""A quest, without a framework or a store."""

from datetime import UTC, datetime, timedelta

from demo.quests.models import Quest
from tests.support.quests import make_quest


def test_new_quest_has_what_it_was_given() -> None:
    # Arrange
    given = make_quest()

    # Act
    quest = Quest.new(
        name=given.name,
    )

    # Assert
    assert quest.name == given.name


def test_new_quest_is_stamped_and_is_its_own() -> None:
    # Arrange
    given = make_quest()
    before = datetime.now(UTC)

    # Act
    quest = Quest.new(
        name=given.name,
    )

    # Assert
    assert quest.id != given.id
    assert before <= quest.created_at <= datetime.now(UTC)
    assert quest.updated_at == quest.created_at


def test_sort_key_grows_with_time() -> None:
    # Arrange
    now = datetime(2026, 1, 2, tzinfo=UTC)
    older = make_quest(created_at=now)
    newer = make_quest(created_at=now + timedelta(microseconds=1))

    # Act
    keys = [newer.sort_key, older.sort_key]

    # Assert
    assert sorted(keys) == [older.sort_key, newer.sort_key]
    assert older.sort_key.endswith(str(older.id))
