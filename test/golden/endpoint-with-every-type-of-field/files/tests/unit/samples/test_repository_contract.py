"""The in-memory repository keeps the contract, so that it may stand in for the real ones."""

import pytest

from demo.samples.repository import SampleRepository
from tests.support.samples_repository import InMemorySampleRepository, SampleRepositoryContract


class TestInMemorySampleRepository(SampleRepositoryContract):
    @pytest.fixture
    def repository(self) -> SampleRepository:
        return InMemorySampleRepository()
