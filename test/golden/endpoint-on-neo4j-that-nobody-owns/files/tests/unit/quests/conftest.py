"""Quest fixtures: the API runs on the in-memory repository."""

import pytest
from fastapi import FastAPI

from demo.core.settings import Settings
from demo.quests.dependencies import get_quest_repository
from tests.support.quests_repository import InMemoryQuestRepository
from tests.support.tokens import bearer


@pytest.fixture
def repository() -> InMemoryQuestRepository:
    return InMemoryQuestRepository()


@pytest.fixture
def app(app: FastAPI, repository: InMemoryQuestRepository) -> FastAPI:
    app.dependency_overrides[get_quest_repository] = lambda: repository
    return app


@pytest.fixture
def headers(settings: Settings) -> dict[str, str]:
    return bearer(settings, scope="quests:write")
