"""The in-memory repository keeps the contract, so that it may stand in for the real ones."""

import pytest

from demo.player_actions.repository import PlayerActionRepository
from tests.support.player_actions_repository import (
    InMemoryPlayerActionRepository,
    PlayerActionRepositoryContract,
)


class TestInMemoryPlayerActionRepository(PlayerActionRepositoryContract):
    @pytest.fixture
    def repository(self) -> PlayerActionRepository:
        return InMemoryPlayerActionRepository()
