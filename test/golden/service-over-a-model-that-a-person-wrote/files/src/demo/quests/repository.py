"""Quest repository port."""

from typing import Protocol
from uuid import UUID

from demo.core.pagination import PageRequest
from demo.quests.models import Quest


class QuestRepository(Protocol):
    """Stores quests; every method may raise ``StoreUnavailableError``."""

    async def add(self, quest: Quest) -> None:
        """Store a quest.

        Raises:
            ConflictError: if its identifier is taken.
        """
        ...

    async def get(self, owner_id: str, quest_id: UUID) -> Quest:
        """Return a quest.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def list(self, owner_id: str, page: PageRequest) -> list[Quest]:
        """Return up to ``page.limit`` of them after ``page.after``, newest first."""
        ...

    async def update(self, quest: Quest) -> None:
        """Overwrite a quest.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def delete(self, owner_id: str, quest_id: UUID) -> None:
        """Remove a quest.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...
