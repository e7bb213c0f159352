"""A series, without a framework or a store."""

from datetime import UTC, datetime, timedelta

from demo.series.models import Series
from tests.support.series import make_series


def test_new_series_has_what_it_was_given() -> None:
    # Arrange
    given = make_series()

    # Act
    series = Series.new(
        name=given.name,
    )

    # Assert
    assert series.name == given.name


def test_new_series_is_stamped_and_is_its_own() -> None:
    # Arrange
    given = make_series()
    before = datetime.now(UTC)

    # Act
    series = Series.new(
        name=given.name,
    )

    # Assert
    assert series.id != given.id
    assert before <= series.created_at <= datetime.now(UTC)
    assert series.updated_at == series.created_at


def test_sort_key_grows_with_time() -> None:
    # Arrange
    now = datetime(2026, 1, 2, tzinfo=UTC)
    older = make_series(created_at=now)
    newer = make_series(created_at=now + timedelta(microseconds=1))

    # Act
    keys = [newer.sort_key, older.sort_key]

    # Assert
    assert sorted(keys) == [older.sort_key, newer.sort_key]
    assert older.sort_key.endswith(str(older.id))
