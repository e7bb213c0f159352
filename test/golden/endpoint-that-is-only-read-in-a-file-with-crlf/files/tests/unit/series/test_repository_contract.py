"""The in-memory repository keeps the contract, so that it may stand in for the real ones."""

import pytest

from demo.series.repository import SeriesRepository
from tests.support.series_repository import InMemorySeriesRepository, SeriesRepositoryContract


class TestInMemorySeriesRepository(SeriesRepositoryContract):
    @pytest.fixture
    def repository(self) -> SeriesRepository:
        return InMemorySeriesRepository()
