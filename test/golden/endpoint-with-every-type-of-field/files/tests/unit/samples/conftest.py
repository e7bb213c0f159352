"""Sample fixtures: the API runs on the in-memory repository."""

import pytest
from fastapi import FastAPI

from demo.core.settings import Settings
from demo.samples.dependencies import get_sample_repository
from tests.support.samples_repository import InMemorySampleRepository
from tests.support.tokens import bearer


@pytest.fixture
def repository() -> InMemorySampleRepository:
    return InMemorySampleRepository()


@pytest.fixture
def app(app: FastAPI, repository: InMemorySampleRepository) -> FastAPI:
    app.dependency_overrides[get_sample_repository] = lambda: repository
    return app


@pytest.fixture
def headers(settings: Settings) -> dict[str, str]:
    return bearer(settings)
