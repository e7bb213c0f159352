"""Sample repository port."""

from typing import Protocol
from uuid import UUID

from demo.core.pagination import PageRequest
from demo.samples.models import Sample


class SampleRepository(Protocol):
    """Stores samples; every method may raise ``StoreUnavailableError``."""

    async def add(self, sample: Sample) -> None:
        """Store a sample.

        Raises:
            ConflictError: if its identifier is taken.
        """
        ...

    async def get(self, owner_id: str, sample_id: UUID) -> Sample:
        """Return a sample.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def list(self, owner_id: str, page: PageRequest) -> list[Sample]:
        """Return up to ``page.limit`` of them after ``page.after``, newest first."""
        ...

    async def update(self, sample: Sample) -> None:
        """Overwrite a sample.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def delete(self, owner_id: str, sample_id: UUID) -> None:
        """Remove a sample.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...
