"""In-memory repository of orders, and what every repository must do."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from demo.core.errors import ConflictError, NotFoundError
from demo.core.pagination import PageRequest
from demo.orders.models import Order
from demo.orders.repository import OrderRepository
from tests.support.orders import CHANGED, make_order


class InMemoryOrderRepository:
    """In-memory repository; must pass the same contract as the real ones."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, UUID], Order] = {}

    async def add(self, order: Order) -> None:
        key = (order.shop_id, order.id)
        if key in self.items:
            raise ConflictError(f"Order {order.id} already exists")
        self.items[key] = order

    async def get(self, shop_id: str, order_id: UUID) -> Order:
        try:
            return self.items[shop_id, order_id]
        except KeyError as exc:
            raise NotFoundError(f"Order {order_id} not found") from exc

    async def list(self, shop_id: str, page: PageRequest) -> list[Order]:
        found = [
            order
            for order in self.items.values()
            if page.after is None or order.sort_key < page.after
            if order.shop_id == shop_id
        ]
        return sorted(found, key=lambda order: order.sort_key, reverse=True)[: page.limit]

    async def update(self, order: Order) -> None:
        await self.get(order.shop_id, order.id)
        self.items[order.shop_id, order.id] = order

    async def delete(self, shop_id: str, order_id: UUID) -> None:
        await self.get(shop_id, order_id)
        del self.items[shop_id, order_id]


class OrderRepositoryContract(ABC):
    """What every repository does; subclass it and provide the fixture."""

    @pytest.fixture
    @abstractmethod
    def repository(self) -> OrderRepository: ...

    @pytest.fixture
    def shop_id(self) -> str:
        return f"shop-{uuid4().hex}"

    @pytest.mark.asyncio
    async def test_get_returns_what_was_added(
        self, repository: OrderRepository, shop_id: str
    ) -> None:
        # Arrange
        order = make_order(shop_id=shop_id)
        await repository.add(order)

        # Act
        found = await repository.get(shop_id, order.id)

        # Assert
        assert found == order

    @pytest.mark.asyncio
    async def test_get_unknown_raises_not_found(
        self, repository: OrderRepository, shop_id: str
    ) -> None:
        # Arrange
        order_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(shop_id, order_id)

        # Assert
        assert str(order_id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_get_needs_the_right_shop_id(
        self, repository: OrderRepository, shop_id: str
    ) -> None:
        # Arrange
        order = make_order(shop_id=shop_id)
        await repository.add(order)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(f"{shop_id}-other", order.id)

        # Assert
        assert str(order.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_needs_the_right_shop_id(
        self, repository: OrderRepository, shop_id: str
    ) -> None:
        # Arrange
        order = make_order(shop_id=shop_id)
        await repository.add(order)

        # Act
        found = await repository.list(f"{shop_id}-other", PageRequest())

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_add_twice_raises_conflict(
        self, repository: OrderRepository, shop_id: str
    ) -> None:
        # Arrange
        order = make_order(shop_id=shop_id)
        await repository.add(order)

        # Act
        with pytest.raises(ConflictError) as caught:
            await repository.add(order)

        # Assert
        assert "already exists" in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_is_empty_at_first(self, repository: OrderRepository, shop_id: str) -> None:
        # Arrange
        page = PageRequest()

        # Act
        found = await repository.list(shop_id, page)

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_list_pages_newest_first(self, repository: OrderRepository, shop_id: str) -> None:
        # Arrange
        start = datetime(1970, 1, 1, second=9, microsecond=999_999, tzinfo=UTC)
        added = [
            make_order(
                shop_id=shop_id, id=UUID(int=9 - n), created_at=start + timedelta(microseconds=n)
            )
            for n in range(3)
        ]
        for order in added:
            await repository.add(order)
        first = await repository.list(shop_id, PageRequest(limit=2))

        # Act
        second = await repository.list(shop_id, PageRequest(limit=2, after=first[-1].sort_key))

        # Assert
        assert (first, second) == ([added[2], added[1]], [added[0]])

    @pytest.mark.asyncio
    async def test_update_overwrites(self, repository: OrderRepository, shop_id: str) -> None:
        # Arrange
        order = make_order(shop_id=shop_id)
        await repository.add(order)
        changed = make_order(
            id=order.id,
            shop_id=shop_id,
            created_at=order.created_at,
            **CHANGED,
        )

        # Act
        await repository.update(changed)

        # Assert
        assert await repository.get(shop_id, order.id) == changed

    @pytest.mark.asyncio
    async def test_update_unknown_raises_not_found(
        self, repository: OrderRepository, shop_id: str
    ) -> None:
        # Arrange
        order = make_order(shop_id=shop_id)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.update(order)

        # Assert
        assert str(order.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_delete_removes(self, repository: OrderRepository, shop_id: str) -> None:
        # Arrange
        order = make_order(shop_id=shop_id)
        await repository.add(order)

        # Act
        await repository.delete(shop_id, order.id)

        # Assert
        assert await repository.list(shop_id, PageRequest()) == []

    @pytest.mark.asyncio
    async def test_delete_unknown_raises_not_found(
        self, repository: OrderRepository, shop_id: str
    ) -> None:
        # Arrange
        order_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.delete(shop_id, order_id)

        # Assert
        assert str(order_id) in caught.value.detail
