"""Dependencies that hand out settings and the clients opened by the lifespan."""

from typing import Annotated, cast

from fastapi import Depends
from neo4j import AsyncDriver
from redis.asyncio import Redis
from starlette.requests import HTTPConnection

from demo.core.settings import Settings, get_settings

SettingsDep = Annotated[Settings, Depends(get_settings)]


async def get_redis(connection: HTTPConnection) -> Redis:
    """Return the shared Redis client (works for HTTP and WebSocket routes)."""
    return cast("Redis", connection.app.state.redis)


async def get_neo4j(connection: HTTPConnection) -> AsyncDriver:
    """Return the shared Neo4j driver (works for HTTP and WebSocket routes)."""
    return cast("AsyncDriver", connection.app.state.neo4j)


RedisDep = Annotated[Redis, Depends(get_redis)]
Neo4jDep = Annotated[AsyncDriver, Depends(get_neo4j)]
