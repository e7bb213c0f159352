"""Series fixtures: the API runs on the in-memory repository."""

import pytest
from fastapi import FastAPI

from demo.core.settings import Settings
from demo.series.dependencies import get_series_repository
from tests.support.series_repository import InMemorySeriesRepository
from tests.support.tokens import bearer


@pytest.fixture
def repository() -> InMemorySeriesRepository:
    return InMemorySeriesRepository()


@pytest.fixture
def app(app: FastAPI, repository: InMemorySeriesRepository) -> FastAPI:
    app.dependency_overrides[get_series_repository] = lambda: repository
    return app


@pytest.fixture
def headers(settings: Settings) -> dict[str, str]:
    return bearer(settings)
