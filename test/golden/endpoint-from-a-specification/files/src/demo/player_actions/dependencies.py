"""Player action dependencies: the one place that picks a repository."""

from typing import Annotated

from fastapi import Depends

from demo.core.dependencies import Neo4jDep, SettingsDep
from demo.player_actions.neo4j_repository import Neo4jPlayerActionRepository
from demo.player_actions.repository import PlayerActionRepository


async def get_player_action_repository(
    settings: SettingsDep, driver: Neo4jDep
) -> PlayerActionRepository:
    """Return the repository; override this dependency in tests."""
    return Neo4jPlayerActionRepository(driver, database=settings.neo4j_database)


PlayerActionRepositoryDep = Annotated[PlayerActionRepository, Depends(get_player_action_repository)]
