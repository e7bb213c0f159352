"""The rules of quests, on the in-memory repository."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from demo.core.errors import ConflictError, NotFoundError
from demo.core.pagination import MAX_PAGE_SIZE
from demo.quests.exceptions import QuestChangedError, QuestLimitError
from demo.quests.service import QuestService
from demo.quests.service_dependencies import get_quest_service
from tests.support.quests import make_quest
from tests.support.quests_repository import InMemoryQuestRepository


@pytest.fixture
def repository() -> InMemoryQuestRepository:
    return InMemoryQuestRepository()


@pytest.fixture
def service(repository: InMemoryQuestRepository) -> QuestService:
    return QuestService(repository, max_held=2)


@pytest.mark.asyncio
async def test_add_stores(repository: InMemoryQuestRepository, service: QuestService) -> None:
    # Arrange
    quest = make_quest()

    # Act
    await service.add(quest)

    # Assert
    assert list(repository.items.values()) == [quest]


@pytest.mark.asyncio
async def test_add_takes_as_many_as_there_may_be(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    await repository.add(make_quest())

    # Act
    await service.add(make_quest())

    # Assert
    assert len(repository.items) == 2


@pytest.mark.asyncio
async def test_add_refuses_one_too_many(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    for _ in range(2):
        await repository.add(make_quest())

    # Act
    with pytest.raises(QuestLimitError) as caught:
        await service.add(make_quest())

    # Assert
    assert "2 already" in caught.value.detail
    assert len(repository.items) == 2


@pytest.mark.asyncio
async def test_add_counts_those_of_one_owner_id(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    for _ in range(2):
        await repository.add(make_quest(owner_id="another"))

    # Act
    await service.add(make_quest())

    # Assert
    assert len(repository.items) == 3


@pytest.mark.asyncio
async def test_add_refuses_a_taken_identifier(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    quest = make_quest()
    await repository.add(quest)

    # Act
    with pytest.raises(ConflictError) as caught:
        await service.add(quest)

    # Assert
    assert "already exists" in caught.value.detail


@pytest.mark.asyncio
async def test_save_stores_and_stamps(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    quest = make_quest(updated_at=datetime(2026, 1, 2, tzinfo=UTC))
    await repository.add(quest)

    # Act
    saved = await service.save(quest)

    # Assert
    assert saved == replace(quest, updated_at=saved.updated_at)
    assert saved.updated_at > quest.updated_at
    assert list(repository.items.values()) == [saved]


@pytest.mark.asyncio
async def test_save_refuses_what_somebody_else_changed(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    quest = make_quest(updated_at=datetime(2026, 1, 2, tzinfo=UTC))
    await repository.add(quest)
    await service.save(quest)

    # Act
    with pytest.raises(QuestChangedError) as caught:
        await service.save(quest)

    # Assert
    assert str(quest.id) in caught.value.detail


@pytest.mark.asyncio
async def test_save_unknown_raises_not_found(service: QuestService) -> None:
    # Arrange
    quest = make_quest(id=uuid4())

    # Act
    with pytest.raises(NotFoundError) as caught:
        await service.save(quest)

    # Assert
    assert str(quest.id) in caught.value.detail


@pytest.mark.asyncio
async def test_clear_removes_every_page(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    for _ in range(MAX_PAGE_SIZE + 1):
        await repository.add(make_quest())

    # Act
    removed = await service.clear("user-1")

    # Assert
    assert removed == MAX_PAGE_SIZE + 1
    assert repository.items == {}


@pytest.mark.asyncio
async def test_clear_leaves_those_of_another_owner_id(
    repository: InMemoryQuestRepository, service: QuestService
) -> None:
    # Arrange
    quest = make_quest(owner_id="another")
    await repository.add(quest)

    # Act
    removed = await service.clear("user-1")

    # Assert
    assert removed == 0
    assert list(repository.items.values()) == [quest]


@pytest.mark.asyncio
async def test_the_dependency_is_on_the_repository(repository: InMemoryQuestRepository) -> None:
    # Arrange
    quest = make_quest()

    # Act
    service = await get_quest_service(repository)

    # Assert
    await service.add(quest)
    assert list(repository.items.values()) == [quest]
