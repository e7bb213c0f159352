"""In-memory repository of quests, and what every repository must do."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from demo.core.errors import ConflictError, NotFoundError
from demo.core.pagination import PageRequest
from demo.quests.models import Quest
from demo.quests.repository import QuestRepository
from tests.support.quests import CHANGED, make_quest


class InMemoryQuestRepository:
    """In-memory repository; must pass the same contract as the real ones."""

    def __init__(self) -> None:
        self.items: dict[UUID, Quest] = {}

    async def add(self, quest: Quest) -> None:
        key = quest.id
        if key in self.items:
            raise ConflictError(f"Quest {quest.id} already exists")
        self.items[key] = quest

    async def get(self, quest_id: UUID) -> Quest:
        try:
            return self.items[quest_id]
        except KeyError as exc:
            raise NotFoundError(f"Quest {quest_id} not found") from exc

    async def list(self, page: PageRequest) -> list[Quest]:
        found = [
            quest
            for quest in self.items.values()
            if page.after is None or quest.sort_key < page.after
        ]
        return sorted(found, key=lambda quest: quest.sort_key, reverse=True)[: page.limit]

    async def update(self, quest: Quest) -> None:
        await self.get(quest.id)
        self.items[quest.id] = quest

    async def delete(self, quest_id: UUID) -> None:
        await self.get(quest_id)
        del self.items[quest_id]


class QuestRepositoryContract(ABC):
    """What every repository does; subclass it and provide the fixture."""

    @pytest.fixture
    @abstractmethod
    def repository(self) -> QuestRepository: ...

    @pytest.mark.asyncio
    async def test_get_returns_what_was_added(self, repository: QuestRepository) -> None:
        # Arrange
        quest = make_quest()
        await repository.add(quest)

        # Act
        found = await repository.get(quest.id)

        # Assert
        assert found == quest

    @pytest.mark.asyncio
    async def test_get_unknown_raises_not_found(self, repository: QuestRepository) -> None:
        # Arrange
        quest_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(quest_id)

        # Assert
        assert str(quest_id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_add_twice_raises_conflict(self, repository: QuestRepository) -> None:
        # Arrange
        quest = make_quest()
        await repository.add(quest)

        # Act
        with pytest.raises(ConflictError) as caught:
            await repository.add(quest)

        # Assert
        assert "already exists" in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_is_empty_at_first(self, repository: QuestRepository) -> None:
        # Arrange
        page = PageRequest()

        # Act
        found = await repository.list(page)

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_list_pages_newest_first(self, repository: QuestRepository) -> None:
        # Arrange
        start = datetime(1970, 1, 1, second=9, microsecond=999_999, tzinfo=UTC)
        added = [
            make_quest(id=UUID(int=9 - n), created_at=start + timedelta(microseconds=n))
            for n in range(3)
        ]
        for quest in added:
            await repository.add(quest)
        first = await repository.list(PageRequest(limit=2))

        # Act
        second = await repository.list(PageRequest(limit=2, after=first[-1].sort_key))

        # Assert
        assert (first, second) == ([added[2], added[1]], [added[0]])

    @pytest.mark.asyncio
    async def test_update_overwrites(self, repository: QuestRepository) -> None:
        # Arrange
        quest = make_quest()
        await repository.add(quest)
        changed = make_quest(
            id=quest.id,
            created_at=quest.created_at,
            **CHANGED,
        )

        # Act
        await repository.update(changed)

        # Assert
        assert await repository.get(quest.id) == changed

    @pytest.mark.asyncio
    async def test_update_unknown_raises_not_found(self, repository: QuestRepository) -> None:
        # Arrange
        quest = make_quest()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.update(quest)

        # Assert
        assert str(quest.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_delete_removes(self, repository: QuestRepository) -> None:
        # Arrange
        quest = make_quest()
        await repository.add(quest)

        # Act
        await repository.delete(quest.id)

        # Assert
        assert await repository.list(PageRequest()) == []

    @pytest.mark.asyncio
    async def test_delete_unknown_raises_not_found(self, repository: QuestRepository) -> None:
        # Arrange
        quest_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.delete(quest_id)

        # Assert
        assert str(quest_id) in caught.value.detail
