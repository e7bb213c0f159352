"""Player action repository port."""

from typing import Protocol
from uuid import UUID

from demo.core.pagination import PageRequest
from demo.player_actions.models import PlayerAction


class PlayerActionRepository(Protocol):
    """Stores player actions; every method may raise ``StoreUnavailableError``."""

    async def add(self, action: PlayerAction) -> None:
        """Store a player action.

        Raises:
            ConflictError: if its identifier is taken.
        """
        ...

    async def get(self, player_id: str, action_id: UUID) -> PlayerAction:
        """Return a player action.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def list(self, player_id: str, page: PageRequest) -> list[PlayerAction]:
        """Return up to ``page.limit`` of them after ``page.after``, newest first."""
        ...

    async def update(self, action: PlayerAction) -> None:
        """Overwrite a player action.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def delete(self, player_id: str, action_id: UUID) -> None:
        """Remove a player action.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...
