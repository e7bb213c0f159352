"""Quest service: rules that take several calls to the repository."""

from dataclasses import replace
from datetime import UTC, datetime

from demo.core.pagination import MAX_PAGE_SIZE, PageRequest
from demo.quests.exceptions import QuestChangedError, QuestLimitError
from demo.quests.models import Quest
from demo.quests.repository import QuestRepository

MAX_HELD = 100


class QuestService:
    """Keeps the rules of quests, whatever store they are in."""

    def __init__(self, repository: QuestRepository, *, max_held: int = MAX_HELD) -> None:
        self._repository = repository
        self._max_held = max_held

    async def add(self, quest: Quest) -> None:
        """Store a quest, unless there are as many as there may be.

        Raises:
            QuestLimitError: if it would be one too many.
            ConflictError: if its identifier is taken.
        """
        held = await self._repository.list(quest.owner_id, PageRequest(limit=self._max_held))
        if len(held) >= self._max_held:
            raise QuestLimitError(f"There are {self._max_held} already, and there may be no more")
        await self._repository.add(quest)

    async def save(self, quest: Quest) -> Quest:
        """Store what was changed, unless somebody else changed it since it was read.

        Raises:
            QuestChangedError: if what is stored is not what was read.
            NotFoundError: if it does not exist.
        """
        current = await self._repository.get(quest.owner_id, quest.id)
        if current.updated_at != quest.updated_at:
            raise QuestChangedError(f"Quest {quest.id} was changed meanwhile")
        saved = replace(quest, updated_at=datetime.now(UTC))
        await self._repository.update(saved)
        return saved

    async def clear(self, owner_id: str) -> int:
        """Remove all of them, page by page, and return how many there were."""
        removed = 0
        while found := await self._repository.list(owner_id, PageRequest(limit=MAX_PAGE_SIZE)):
            for quest in found:
                await self._repository.delete(owner_id, quest.id)
            removed += len(found)
        return removed
