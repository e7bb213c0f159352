"""Series dependencies: the one place that picks a repository."""

from typing import Annotated

from fastapi import Depends

from demo.core.dependencies import RedisDep
from demo.series.redis_repository import RedisSeriesRepository
from demo.series.repository import SeriesRepository


async def get_series_repository(redis: RedisDep) -> SeriesRepository:
    """Return the repository; override this dependency in tests."""
    return RedisSeriesRepository(redis)


SeriesRepositoryDep = Annotated[SeriesRepository, Depends(get_series_repository)]
