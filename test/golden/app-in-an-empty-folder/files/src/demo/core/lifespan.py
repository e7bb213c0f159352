"""Open the shared clients on start-up and close them on shutdown."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI
from neo4j import AsyncGraphDatabase
from redis.asyncio import Redis

from demo.core.logging import configure_logging
from demo.core.settings import Settings, get_settings


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    """Own one connection pool per store; both connect on first use."""
    settings: Settings = app.dependency_overrides.get(get_settings, get_settings)()
    configure_logging(settings.log_level)
    async with AsyncExitStack() as stack:
        redis = Redis.from_url(
            settings.redis_url,
            decode_responses=True,
            max_connections=settings.redis_max_connections,
            socket_timeout=5,
            socket_connect_timeout=5,
            health_check_interval=30,
        )
        stack.push_async_callback(redis.aclose)
        app.state.redis = redis
        app.state.neo4j = await stack.enter_async_context(
            AsyncGraphDatabase.driver(
                settings.neo4j_uri,
                auth=(settings.neo4j_user, settings.neo4j_password.get_secret_value()),
                max_connection_pool_size=settings.neo4j_max_connections,
                connection_acquisition_timeout=5,
            )
        )
        yield
