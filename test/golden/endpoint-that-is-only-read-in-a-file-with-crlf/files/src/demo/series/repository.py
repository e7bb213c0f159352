"""Series repository port."""

from typing import Protocol
from uuid import UUID

from demo.core.pagination import PageRequest
from demo.series.models import Series


class SeriesRepository(Protocol):
    """Stores series; every method may raise ``StoreUnavailableError``."""

    async def add(self, series: Series) -> None:
        """Store a series.

        Raises:
            ConflictError: if its identifier is taken.
        """
        ...

    async def get(self, series_id: UUID) -> Series:
        """Return a series.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def list(self, page: PageRequest) -> list[Series]:
        """Return up to ``page.limit`` of them after ``page.after``, newest first."""
        ...

    async def update(self, series: Series) -> None:
        """Overwrite a series.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...

    async def delete(self, series_id: UUID) -> None:
        """Remove a series.

        Raises:
            NotFoundError: if it does not exist.
        """
        ...
