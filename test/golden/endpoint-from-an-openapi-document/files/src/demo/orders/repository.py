"""Order repository port."""

from typing import Protocol
from uuid import UUID

from demo.core.pagination import PageRequest
from demo.orders.models import Order


class OrderRepository(Protocol):
    """Stores orders; every method may raise ``StoreUnavailableError``."""

    async def add(self, order: Order) -> None:
        """Store an order.

        Raises:
            ConflictError: if its identifier is taken.
        """
        ...

    async def get(self, shop_id: str, order_id: UUID) -> Order:
        """Return an order.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def list(self, shop_id: str, page: PageRequest) -> list[Order]:
        """Return up to ``page.limit`` of them after ``page.after``, newest first."""
        ...

    async def update(self, order: Order) -> None:
        """Overwrite an order.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def delete(self, shop_id: str, order_id: UUID) -> None:
        """Remove an order.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...
