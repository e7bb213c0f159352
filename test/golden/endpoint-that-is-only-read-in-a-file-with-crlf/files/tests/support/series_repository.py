"""In-memory repository of series, and what every repository must do."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from demo.core.errors import ConflictError, NotFoundError
from demo.core.pagination import PageRequest
from demo.series.models import Series
from demo.series.repository import SeriesRepository
from tests.support.series import CHANGED, make_series


class InMemorySeriesRepository:
    """In-memory repository; must pass the same contract as the real ones."""

    def __init__(self) -> None:
        self.items: dict[UUID, Series] = {}

    async def add(self, series: Series) -> None:
        key = series.id
        if key in self.items:
            raise ConflictError(f"Series {series.id} already exists")
        self.items[key] = series

    async def get(self, series_id: UUID) -> Series:
        try:
            return self.items[series_id]
        except KeyError as exc:
            raise NotFoundError(f"Series {series_id} not found") from exc

    async def list(self, page: PageRequest) -> list[Series]:
        found = [
            series
            for series in self.items.values()
            if page.after is None or series.sort_key < page.after
        ]
        return sorted(found, key=lambda series: series.sort_key, reverse=True)[: page.limit]

    async def update(self, series: Series) -> None:
        await self.get(series.id)
        self.items[series.id] = series

    async def delete(self, series_id: UUID) -> None:
        await self.get(series_id)
        del self.items[series_id]


class SeriesRepositoryContract(ABC):
    """What every repository does; subclass it and provide the fixture."""

    @pytest.fixture
    @abstractmethod
    def repository(self) -> SeriesRepository: ...

    @pytest.mark.asyncio
    async def test_get_returns_what_was_added(self, repository: SeriesRepository) -> None:
        # Arrange
        series = make_series()
        await repository.add(series)

        # Act
        found = await repository.get(series.id)

        # Assert
        assert found == series

    @pytest.mark.asyncio
    async def test_get_unknown_raises_not_found(self, repository: SeriesRepository) -> None:
        # Arrange
        series_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.get(series_id)

        # Assert
        assert str(series_id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_add_twice_raises_conflict(self, repository: SeriesRepository) -> None:
        # Arrange
        series = make_series()
        await repository.add(series)

        # Act
        with pytest.raises(ConflictError) as caught:
            await repository.add(series)

        # Assert
        assert "already exists" in caught.value.detail

    @pytest.mark.asyncio
    async def test_list_is_empty_at_first(self, repository: SeriesRepository) -> None:
        # Arrange
        page = PageRequest()

        # Act
        found = await repository.list(page)

        # Assert
        assert found == []

    @pytest.mark.asyncio
    async def test_list_pages_newest_first(self, repository: SeriesRepository) -> None:
        # Arrange
        start = datetime(1970, 1, 1, second=9, microsecond=999_999, tzinfo=UTC)
        added = [
            make_series(id=UUID(int=9 - n), created_at=start + timedelta(microseconds=n))
            for n in range(3)
        ]
        for series in added:
            await repository.add(series)
        first = await repository.list(PageRequest(limit=2))

        # Act
        second = await repository.list(PageRequest(limit=2, after=first[-1].sort_key))

        # Assert
        assert (first, second) == ([added[2], added[1]], [added[0]])

    @pytest.mark.asyncio
    async def test_update_overwrites(self, repository: SeriesRepository) -> None:
        # Arrange
        series = make_series()
        await repository.add(series)
        changed = make_series(
            id=series.id,
            created_at=series.created_at,
            **CHANGED,
        )

        # Act
        await repository.update(changed)

        # Assert
        assert await repository.get(series.id) == changed

    @pytest.mark.asyncio
    async def test_update_unknown_raises_not_found(self, repository: SeriesRepository) -> None:
        # Arrange
        series = make_series()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.update(series)

        # Assert
        assert str(series.id) in caught.value.detail

    @pytest.mark.asyncio
    async def test_delete_removes(self, repository: SeriesRepository) -> None:
        # Arrange
        series = make_series()
        await repository.add(series)

        # Act
        await repository.delete(series.id)

        # Assert
        assert await repository.list(PageRequest()) == []

    @pytest.mark.asyncio
    async def test_delete_unknown_raises_not_found(self, repository: SeriesRepository) -> None:
        # Arrange
        series_id = uuid4()

        # Act
        with pytest.raises(NotFoundError) as caught:
            await repository.delete(series_id)

        # Assert
        assert str(series_id) in caught.value.detail
