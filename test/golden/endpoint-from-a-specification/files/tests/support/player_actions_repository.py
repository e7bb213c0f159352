"""In-memory repository of player actions, and what every repository must do."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from demo.core.errors import ConflictError, NotFoundError
from demo.core.pagination import PageRequest
from demo.player_actions.models import PlayerAction
from demo.player_actions.repository import PlayerActionRepository
from tests.support.player_actions import CHANGED, make_player_action


class InMemoryPlayerActionRepository:
    """In-memory repository; must pass the same contract as the real ones."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, UUID], PlayerAction] = {}

    async def add(self, action: PlayerAction) -> None:
        key = (action.player_id, action.id)
        if key in self.items:
            raise ConflictError(f"Player action {action.id} already exists")
        self.items[key] = action

    async def get(self, player_id: str, action_id: UUID) -> PlayerAction:
        try:
            return self.items[player_id, action_id]
        except KeyError as exc:
            raise NotFoundError(f"Player action {action_id} not found") from exc

    async def list(self, player_id: str, page: PageRequest) -> list[PlayerAction]:
        found = [
            action
            for action in self.items.values()
            if page.after is None or action.sort_key < page.after
            if action.player_id == player_id
        ]
        return sorted(found, key=lambda action: action.sort_key, reverse=True)[: page.limit]

    async def update(self, action: PlayerAction) -> None:
        await self.get(action.player_id, action.id)
        self.items[action.player_id, action.id] = action

    async def delete(self, player_id: str, action_id: UUID) -> None:
        await self.get(player_id, action_id)
        del self.items[player_id, action_id]


class PlayerActionRepositoryContract(ABC):
    """What every repository does; subclass it and provide the fixture."""

    @pytest.fixture
    @abstractmethod
    def repository(self) -> PlayerActionRepository: ...

    @pytest.fixture
    def player_id(self) -> str:
        return f"player-{uuid4().hex}"

    @pytest.mark.asyncio
    async def test_get_returns_what_was_added(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action = make_player_action(player_id=player_id)
        await repository.add(action)

        # Act
        found = await repository.get(player_id, action.id)

        # Assert
        assert found == action

    @pytest.mark.asyncio
    async def test_get_unknown_raises_not_found(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(player_id, action_id)

        # Assert
        assert str(action_id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_get_needs_the_right_player_id(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action = make_player_action(player_id=player_id)
        await repository.add(action)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(f"{player_id}-other", action.id)

        # Assert
        assert str(action.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_needs_the_right_player_id(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action = make_player_action(player_id=player_id)
        await repository.add(action)

        # Act
        found = await repository.list(f"{player_id}-other", PageRequest())

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_add_twice_raises_conflict(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action = make_player_action(player_id=player_id)
        await repository.add(action)

        # Act
        with pytest.raises(ConflictError) as caught:
            await repository.add(action)

        # Assert
        assert "already exists" in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_is_empty_at_first(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        page = PageRequest()

        # Act
        found = await repository.list(player_id, page)

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_list_pages_newest_first(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        start = datetime(1970, 1, 1, second=9, microsecond=999_999, tzinfo=UTC)
        added = [
            make_player_action(
                player_id=player_id,
                id=UUID(int=9 - n),
                created_at=start + timedelta(microseconds=n),
            )
            for n in range(3)
        ]
        for action in added:
            await repository.add(action)
        first = await repository.list(player_id, PageRequest(limit=2))

        # Act
        second = await repository.list(player_id, PageRequest(limit=2, after=first[-1].sort_key))

        # Assert
        assert (first, second) == ([added[2], added[1]], [added[0]])

    @pytest.mark.asyncio
    async def test_update_overwrites(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action = make_player_action(player_id=player_id)
        await repository.add(action)
        changed = make_player_action(
            id=action.id,
            player_id=player_id,
            created_at=action.created_at,
            **CHANGED,
        )

        # Act
        await repository.update(changed)

        # Assert
        assert await repository.get(player_id, action.id) == changed

    @pytest.mark.asyncio
    async def test_update_unknown_raises_not_found(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action = make_player_action(player_id=player_id)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.update(action)

        # Assert
        assert str(action.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_delete_removes(self, repository: PlayerActionRepository, player_id: str) -> None:
        # Arrange
        action = make_player_action(player_id=player_id)
        await repository.add(action)

        # Act
        await repository.delete(player_id, action.id)

        # Assert
        assert await repository.list(player_id, PageRequest()) == []

    @pytest.mark.asyncio
    async def test_delete_unknown_raises_not_found(
        self, repository: PlayerActionRepository, player_id: str
    ) -> None:
        # Arrange
        action_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.delete(player_id, action_id)

        # Assert
        assert str(action_id) in caught.value.detail
