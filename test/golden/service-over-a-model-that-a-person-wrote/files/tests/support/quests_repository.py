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
        self.items: dict[tuple[str, UUID], Quest] = {}

    async def add(self, quest: Quest) -> None:
        key = (quest.owner_id, quest.id)
        if key in self.items:
            raise ConflictError(f"Quest {quest.id} already exists")
        self.items[key] = quest

    async def get(self, owner_id: str, quest_id: UUID) -> Quest:
        try:
            return self.items[owner_id, quest_id]
        except KeyError as exc:
            raise NotFoundError(f"Quest {quest_id} not found") from exc

    async def list(self, owner_id: str, page: PageRequest) -> list[Quest]:
        found = [
            quest
            for quest in self.items.values()
            if page.after is None or quest.sort_key < page.after
            if quest.owner_id == owner_id
        ]
        return sorted(found, key=lambda quest: quest.sort_key, reverse=True)[: page.limit]

    async def update(self, quest: Quest) -> None:
        await self.get(quest.owner_id, quest.id)
        self.items[quest.owner_id, quest.id] = quest

    async def delete(self, owner_id: str, quest_id: UUID) -> None:
        await self.get(owner_id, quest_id)
        del self.items[owner_id, quest_id]


class QuestRepositoryContract(ABC):
    """What every repository does; subclass it and provide the fixture."""

    @pytest.fixture
    @abstractmethod
    def repository(self) -> QuestRepository: ...

    @pytest.fixture
    def owner_id(self) -> str:
        return f"owner-{uuid4().hex}"

    @pytest.mark.asyncio
    async def test_get_returns_what_was_added(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        quest = make_quest(owner_id=owner_id)
        await repository.add(quest)

        # Act
        found = await repository.get(owner_id, quest.id)

        # Assert
        assert found == quest

    @pytest.mark.asyncio
    async def test_get_unknown_raises_not_found(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        quest_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(owner_id, quest_id)

        # Assert
        assert str(quest_id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_get_needs_the_right_owner_id(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        quest = make_quest(owner_id=owner_id)
        await repository.add(quest)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(f"{owner_id}-other", quest.id)

        # Assert
        assert str(quest.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_needs_the_right_owner_id(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        quest = make_quest(owner_id=owner_id)
        await repository.add(quest)

        # Act
        found = await repository.list(f"{owner_id}-other", PageRequest())

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_add_twice_raises_conflict(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        quest = make_quest(owner_id=owner_id)
        await repository.add(quest)

        # Act
        with pytest.raises(ConflictError) as caught:
            await repository.add(quest)

        # Assert
        assert "already exists" in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_is_empty_at_first(self, repository: QuestRepository, owner_id: str) -> None:
        # Arrange
        page = PageRequest()

        # Act
        found = await repository.list(owner_id, page)

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_list_pages_newest_first(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        start = datetime(1970, 1, 1, second=9, microsecond=999_999, tzinfo=UTC)
        added = [
            make_quest(
                owner_id=owner_id, id=UUID(int=9 - n), created_at=start + timedelta(microseconds=n)
            )
            for n in range(3)
        ]
        for quest in added:
            await repository.add(quest)
        first = await repository.list(owner_id, PageRequest(limit=2))

        # Act
        second = await repository.list(owner_id, PageRequest(limit=2, after=first[-1].sort_key))

        # Assert
        assert (first, second) == ([added[2], added[1]], [added[0]])

    @pytest.mark.asyncio
    async def test_update_overwrites(self, repository: QuestRepository, owner_id: str) -> None:
        # Arrange
        quest = make_quest(owner_id=owner_id)
        await repository.add(quest)
        changed = make_quest(
            id=quest.id,
            owner_id=owner_id,
            created_at=quest.created_at,
            **CHANGED,
        )

        # Act
        await repository.update(changed)

        # Assert
        assert await repository.get(owner_id, quest.id) == changed

    @pytest.mark.asyncio
    async def test_update_unknown_raises_not_found(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        quest = make_quest(owner_id=owner_id)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.update(quest)

        # Assert
        assert str(quest.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_delete_removes(self, repository: QuestRepository, owner_id: str) -> None:
        # Arrange
        quest = make_quest(owner_id=owner_id)
        await repository.add(quest)

        # Act
        await repository.delete(owner_id, quest.id)

        # Assert
        assert await repository.list(owner_id, PageRequest()) == []

    @pytest.mark.asyncio
    async def test_delete_unknown_raises_not_found(
        self, repository: QuestRepository, owner_id: str
    ) -> None:
        # Arrange
        quest_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.delete(owner_id, quest_id)

        # Assert
        assert str(quest_id) in caught.value.detail
