"""A sample, without a framework or a store."""

from datetime import UTC, datetime, timedelta

from demo.samples.models import Sample
from tests.support.samples import make_sample


def test_new_sample_has_what_it_was_given() -> None:
    # Arrange
    given = make_sample()

    # Act
    sample = Sample.new(
        owner_id=given.owner_id,
        label=given.label,
        body=given.body,
        amount=given.amount,
        score=given.score,
        price=given.price,
        is_open=given.is_open,
        day=given.day,
        seen_at=given.seen_at,
        origin=given.origin,
        details=given.details,
        tags=given.tags,
        level=given.level,
    )

    # Assert
    assert sample.owner_id == given.owner_id
    assert sample.label == given.label
    assert sample.body == given.body
    assert sample.amount == given.amount
    assert sample.score == given.score
    assert sample.price == given.price
    assert sample.is_open == given.is_open
    assert sample.day == given.day
    assert sample.seen_at == given.seen_at
    assert sample.origin == given.origin
    assert sample.details == given.details
    assert sample.tags == given.tags
    assert sample.level == given.level


def test_new_sample_is_stamped_and_is_its_own() -> None:
    # Arrange
    given = make_sample()
    before = datetime.now(UTC)

    # Act
    sample = Sample.new(
        owner_id=given.owner_id,
        label=given.label,
        body=given.body,
        amount=given.amount,
        score=given.score,
        price=given.price,
        is_open=given.is_open,
        day=given.day,
        seen_at=given.seen_at,
        origin=given.origin,
        details=given.details,
        tags=given.tags,
        level=given.level,
    )

    # Assert
    assert sample.id != given.id
    assert before <= sample.created_at <= datetime.now(UTC)
    assert sample.updated_at == sample.created_at


def test_sort_key_grows_with_time() -> None:
    # Arrange
    now = datetime(2026, 1, 2, tzinfo=UTC)
    older = make_sample(created_at=now)
    newer = make_sample(created_at=now + timedelta(microseconds=1))

    # Act
    keys = [newer.sort_key, older.sort_key]

    # Assert
    assert sorted(keys) == [older.sort_key, newer.sort_key]
    assert older.sort_key.endswith(str(older.id))
