"""In-memory repository of samples, and what every repository must do."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from demo.core.errors import ConflictError, NotFoundError
from demo.core.pagination import PageRequest
from demo.samples.models import Sample
from demo.samples.repository import SampleRepository
from tests.support.samples import CHANGED, make_sample


class InMemorySampleRepository:
    """In-memory repository; must pass the same contract as the real ones."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, UUID], Sample] = {}

    async def add(self, sample: Sample) -> None:
        key = (sample.owner_id, sample.id)
        if key in self.items:
            raise ConflictError(f"Sample {sample.id} already exists")
        self.items[key] = sample

    async def get(self, owner_id: str, sample_id: UUID) -> Sample:
        try:
            return self.items[owner_id, sample_id]
        except KeyError as exc:
            raise NotFoundError(f"Sample {sample_id} not found") from exc

    async def list(self, owner_id: str, page: PageRequest) -> list[Sample]:
        found = [
            sample
            for sample in self.items.values()
            if page.after is None or sample.sort_key < page.after
            if sample.owner_id == owner_id
        ]
        return sorted(found, key=lambda sample: sample.sort_key, reverse=True)[: page.limit]

    async def update(self, sample: Sample) -> None:
        await self.get(sample.owner_id, sample.id)
        self.items[sample.owner_id, sample.id] = sample

    async def delete(self, owner_id: str, sample_id: UUID) -> None:
        await self.get(owner_id, sample_id)
        del self.items[owner_id, sample_id]


class SampleRepositoryContract(ABC):
    """What every repository does; subclass it and provide the fixture."""

    @pytest.fixture
    @abstractmethod
    def repository(self) -> SampleRepository: ...

    @pytest.fixture
    def owner_id(self) -> str:
        return f"owner-{uuid4().hex}"

    @pytest.mark.asyncio
    async def test_get_returns_what_was_added(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        sample = make_sample(owner_id=owner_id)
        await repository.add(sample)

        # Act
        found = await repository.get(owner_id, sample.id)

        # Assert
        assert found == sample

    @pytest.mark.asyncio
    async def test_get_unknown_raises_not_found(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        sample_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(owner_id, sample_id)

        # Assert
        assert str(sample_id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_get_needs_the_right_owner_id(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        sample = make_sample(owner_id=owner_id)
        await repository.add(sample)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(f"{owner_id}-other", sample.id)

        # Assert
        assert str(sample.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_needs_the_right_owner_id(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        sample = make_sample(owner_id=owner_id)
        await repository.add(sample)

        # Act
        found = await repository.list(f"{owner_id}-other", PageRequest())

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_add_twice_raises_conflict(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        sample = make_sample(owner_id=owner_id)
        await repository.add(sample)

        # Act
        with pytest.raises(ConflictError) as caught:
            await repository.add(sample)

        # Assert
        assert "already exists" in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_is_empty_at_first(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        page = PageRequest()

        # Act
        found = await repository.list(owner_id, page)

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_list_pages_newest_first(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        start = datetime(1970, 1, 1, second=9, microsecond=999_999, tzinfo=UTC)
        added = [
            make_sample(
                owner_id=owner_id, id=UUID(int=9 - n), created_at=start + timedelta(microseconds=n)
            )
            for n in range(3)
        ]
        for sample in added:
            await repository.add(sample)
        first = await repository.list(owner_id, PageRequest(limit=2))

        # Act
        second = await repository.list(owner_id, PageRequest(limit=2, after=first[-1].sort_key))

        # Assert
        assert (first, second) == ([added[2], added[1]], [added[0]])

    @pytest.mark.asyncio
    async def test_update_overwrites(self, repository: SampleRepository, owner_id: str) -> None:
        # Arrange
        sample = make_sample(owner_id=owner_id)
        await repository.add(sample)
        changed = make_sample(
            id=sample.id,
            owner_id=owner_id,
            created_at=sample.created_at,
            **CHANGED,
        )

        # Act
        await repository.update(changed)

        # Assert
        assert await repository.get(owner_id, sample.id) == changed

    @pytest.mark.asyncio
    async def test_update_unknown_raises_not_found(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        sample = make_sample(owner_id=owner_id)

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.update(sample)

        # Assert
        assert str(sample.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_delete_removes(self, repository: SampleRepository, owner_id: str) -> None:
        # Arrange
        sample = make_sample(owner_id=owner_id)
        await repository.add(sample)

        # Act
        await repository.delete(owner_id, sample.id)

        # Assert
        assert await repository.list(owner_id, PageRequest()) == []

    @pytest.mark.asyncio
    async def test_delete_unknown_raises_not_found(
        self, repository: SampleRepository, owner_id: str
    ) -> None:
        # Arrange
        sample_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.delete(owner_id, sample_id)

        # Assert
        assert str(sample_id) in caught.value.detail
