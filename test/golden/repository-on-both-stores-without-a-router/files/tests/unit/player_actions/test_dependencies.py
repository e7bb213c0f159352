"""The repository that the service works on."""

from unittest.mock import MagicMock

import pytest

from demo.core.settings import Settings
from demo.player_actions.dependencies import get_player_action_repository
from demo.player_actions.neo4j_repository import Neo4jPlayerActionRepository
from demo.player_actions.redis_repository import RedisPlayerActionRepository


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("backend", "expected"),
    [
        pytest.param("redis", RedisPlayerActionRepository, id="redis"),
        pytest.param("neo4j", Neo4jPlayerActionRepository, id="neo4j"),
    ],
)
async def test_settings_pick_the_repository(
    settings: Settings, backend: str, expected: type
) -> None:
    # Arrange
    chosen = settings.model_copy(update={"repository_backend": backend})

    # Act
    repository = await get_player_action_repository(chosen, MagicMock(), MagicMock())

    # Assert
    assert isinstance(repository, expected)
