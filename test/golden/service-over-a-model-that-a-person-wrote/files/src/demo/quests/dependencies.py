"""Quest dependencies: the one place that picks a repository."""

from typing import Annotated

from fastapi import Depends

from demo.core.dependencies import Neo4jDep, SettingsDep
from demo.quests.neo4j_repository import Neo4jQuestRepository
from demo.quests.repository import QuestRepository


async def get_quest_repository(settings: SettingsDep, driver: Neo4jDep) -> QuestRepository:
    """Return the repository; override this dependency in tests."""
    return Neo4jQuestRepository(driver, database=settings.neo4j_database)


QuestRepositoryDep = Annotated[QuestRepository, Depends(get_quest_repository)]
