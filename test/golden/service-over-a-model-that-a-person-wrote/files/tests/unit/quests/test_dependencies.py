"""The repository that the service works on."""

from unittest.mock import MagicMock

import pytest

from demo.core.settings import Settings
from demo.quests.dependencies import get_quest_repository
from demo.quests.neo4j_repository import Neo4jQuestRepository


@pytest.mark.asyncio
async def test_the_repository_is_on_neo4j(settings: Settings) -> None:
    # Arrange
    driver = MagicMock()

    # Act
    repository = await get_quest_repository(settings, driver)

    # Assert
    assert isinstance(repository, Neo4jQuestRepository)
