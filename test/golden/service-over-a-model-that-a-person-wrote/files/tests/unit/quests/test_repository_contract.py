"""The in-memory repository keeps the contract, so that it may stand in for the real ones."""

import pytest

from demo.quests.repository import QuestRepository
from tests.support.quests_repository import InMemoryQuestRepository, QuestRepositoryContract


class TestInMemoryQuestRepository(QuestRepositoryContract):
    @pytest.fixture
    def repository(self) -> QuestRepository:
        return InMemoryQuestRepository()
