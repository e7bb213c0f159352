"""Order fixtures: the API runs on the in-memory repository."""

import pytest
from fastapi import FastAPI

from demo.core.settings import Settings
from demo.orders.dependencies import get_order_repository
from tests.support.orders_repository import InMemoryOrderRepository
from tests.support.tokens import bearer


@pytest.fixture
def repository() -> InMemoryOrderRepository:
    return InMemoryOrderRepository()


@pytest.fixture
def app(app: FastAPI, repository: InMemoryOrderRepository) -> FastAPI:
    app.dependency_overrides[get_order_repository] = lambda: repository
    return app


@pytest.fixture
def headers(settings: Settings) -> dict[str, str]:
    return bearer(settings)
