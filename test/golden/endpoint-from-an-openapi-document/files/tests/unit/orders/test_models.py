"""An order, without a framework or a store."""

from datetime import UTC, datetime, timedelta

from demo.orders.models import Order
from tests.support.orders import make_order


def test_new_order_has_what_it_was_given() -> None:
    # Arrange
    given = make_order()

    # Act
    order = Order.new(
        shop_id=given.shop_id,
        note=given.note,
        day=given.day,
        count=given.count,
        level=given.level,
    )

    # Assert
    assert order.shop_id == given.shop_id
    assert order.note == given.note
    assert order.day == given.day
    assert order.count == given.count
    assert order.level == given.level


def test_new_order_is_stamped_and_is_its_own() -> None:
    # Arrange
    given = make_order()
    before = datetime.now(UTC)

    # Act
    order = Order.new(
        shop_id=given.shop_id,
        note=given.note,
        day=given.day,
        count=given.count,
        level=given.level,
    )

    # Assert
    assert order.id != given.id
    assert before <= order.created_at <= datetime.now(UTC)
    assert order.updated_at == order.created_at


def test_sort_key_grows_with_time() -> None:
    # Arrange
    now = datetime(2026, 1, 2, tzinfo=UTC)
    older = make_order(created_at=now)
    newer = make_order(created_at=now + timedelta(microseconds=1))

    # Act
    keys = [newer.sort_key, older.sort_key]

    # Assert
    assert sorted(keys) == [older.sort_key, newer.sort_key]
    assert older.sort_key.endswith(str(older.id))
