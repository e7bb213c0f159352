"""Quest service dependency: what a router asks for."""

from typing import Annotated

from fastapi import Depends

from demo.quests.dependencies import QuestRepositoryDep
from demo.quests.service import QuestService


async def get_quest_service(repository: QuestRepositoryDep) -> QuestService:
    """Return the service on the configured repository; override this dependency in tests."""
    return QuestService(repository)


QuestServiceDep = Annotated[QuestService, Depends(get_quest_service)]
