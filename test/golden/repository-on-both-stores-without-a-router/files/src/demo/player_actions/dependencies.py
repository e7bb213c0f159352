"""Player action dependencies: the one place that picks a repository."""

from typing import Annotated

from fastapi import Depends

from demo.core.dependencies import Neo4jDep, RedisDep, SettingsDep
from demo.player_actions.neo4j_repository import Neo4jPlayerActionRepository
from demo.player_actions.redis_repository import RedisPlayerActionRepository
from demo.player_actions.repository import PlayerActionRepository


async def get_player_action_repository(
    settings: SettingsDep, redis: RedisDep, driver: Neo4jDep
) -> PlayerActionRepository:
    """Return the configured repository; override this dependency in tests."""
    if settings.repository_backend == "neo4j":
        return Neo4jPlayerActionRepository(driver, database=settings.neo4j_database)
    return RedisPlayerActionRepository(redis)


PlayerActionRepositoryDep = Annotated[PlayerActionRepository, Depends(get_player_action_repository)]
