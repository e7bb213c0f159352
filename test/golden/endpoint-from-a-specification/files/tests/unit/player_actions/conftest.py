"""Player action fixtures: the API runs on the in-memory repository."""

import pytest
from fastapi import FastAPI

from demo.core.settings import Settings
from demo.player_actions.dependencies import get_player_action_repository
from tests.support.player_actions_repository import InMemoryPlayerActionRepository
from tests.support.tokens import bearer


@pytest.fixture
def repository() -> InMemoryPlayerActionRepository:
    return InMemoryPlayerActionRepository()


@pytest.fixture
def app(app: FastAPI, repository: InMemoryPlayerActionRepository) -> FastAPI:
    app.dependency_overrides[get_player_action_repository] = lambda: repository
    return app


@pytest.fixture
def headers(settings: Settings) -> dict[str, str]:
    return bearer(settings)
