"""The repository that the service works on."""

from unittest.mock import MagicMock

import pytest

from demo.core.settings import Settings
from demo.player_actions.dependencies import get_player_action_repository
from demo.player_actions.neo4j_repository import Neo4jPlayerActionRepository


@pytest.mark.asyncio
async def test_the_repository_is_on_neo4j(settings: Settings) -> None:
    # Arrange
    driver = MagicMock()

    # Act
    repository = await get_player_action_repository(settings, driver)

    # Assert
    assert isinstance(repository, Neo4jPlayerActionRepository)
