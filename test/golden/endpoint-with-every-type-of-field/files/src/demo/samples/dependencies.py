"""Sample dependencies: the one place that picks a repository."""

from typing import Annotated

from fastapi import Depends

from demo.core.dependencies import RedisDep
from demo.samples.redis_repository import RedisSampleRepository
from demo.samples.repository import SampleRepository


async def get_sample_repository(redis: RedisDep) -> SampleRepository:
    """Return the repository; override this dependency in tests."""
    return RedisSampleRepository(redis)


SampleRepositoryDep = Annotated[SampleRepository, Depends(get_sample_repository)]
