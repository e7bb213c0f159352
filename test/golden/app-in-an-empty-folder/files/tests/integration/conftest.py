"""Real servers. A missing server skips its tests, or fails them where REQUIRE_SERVICES is set."""

import os
from collections.abc import AsyncGenerator
from uuid import uuid4

import pytest
import pytest_asyncio
from neo4j import AsyncDriver, AsyncGraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from redis.asyncio import Redis
from redis.exceptions import RedisError

REDIS_URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
NEO4J_URI = os.environ.get("TEST_NEO4J_URI", "bolt://127.0.0.1:7687")
NEO4J_PASSWORD = os.environ.get("TEST_NEO4J_PASSWORD", "")


def unavailable(service: str, variable: str, error: Exception) -> None:
    message = f"{service} is not reachable: start it, or set {variable}\n{error}"
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def namespace() -> str:
    """Prefix of everything one test writes, so that no test ever needs FLUSHDB."""
    return f"test-{uuid4().hex}"


@pytest_asyncio.fixture
async def redis_client(namespace: str) -> AsyncGenerator[Redis]:
    client = Redis.from_url(REDIS_URL, decode_responses=True, socket_connect_timeout=2)
    try:
        await client.ping()
    except (RedisError, OSError) as error:
        await client.aclose()
        unavailable("Redis", "TEST_REDIS_URL", error)
    yield client
    async for key in client.scan_iter(match=f"*{namespace}*"):
        await client.delete(key)
    await client.aclose()


@pytest_asyncio.fixture
async def neo4j_driver(namespace: str) -> AsyncGenerator[AsyncDriver]:
    auth = ("neo4j", NEO4J_PASSWORD) if NEO4J_PASSWORD else None
    async with AsyncGraphDatabase.driver(
        NEO4J_URI, auth=auth, connection_timeout=2, connection_acquisition_timeout=3
    ) as driver:
        try:
            await driver.verify_connectivity()
        except (DriverError, Neo4jError, OSError) as error:
            unavailable("Neo4j", "TEST_NEO4J_URI", error)
        yield driver
        await driver.execute_query(
            "MATCH (n) WHERE any(key IN keys(n) WHERE n[key] = $namespace) DETACH DELETE n",
            parameters_={"namespace": namespace},
        )
