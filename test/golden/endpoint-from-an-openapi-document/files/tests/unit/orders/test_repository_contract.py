"""The in-memory repository keeps the contract, so that it may stand in for the real ones."""

import pytest

from demo.orders.repository import OrderRepository
from tests.support.orders_repository import InMemoryOrderRepository, OrderRepositoryContract


class TestInMemoryOrderRepository(OrderRepositoryContract):
    @pytest.fixture
    def repository(self) -> OrderRepository:
        return InMemoryOrderRepository()
