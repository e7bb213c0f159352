"""Every real repository keeps the contract of the in-memory one."""

import pytest
import pytest_asyncio
from neo4j import AsyncDriver
from redis.asyncio import Redis

from demo.player_actions.neo4j_repository import SCHEMA, Neo4jPlayerActionRepository
from demo.player_actions.redis_repository import RedisPlayerActionRepository
from demo.player_actions.repository import PlayerActionRepository
from tests.support.player_actions import make_player_action
from tests.support.player_actions_repository import PlayerActionRepositoryContract

pytestmark = pytest.mark.integration


class TestRedisPlayerActionRepository(PlayerActionRepositoryContract):
    @pytest.fixture
    def repository(self, redis_client: Redis, namespace: str) -> PlayerActionRepository:
        return RedisPlayerActionRepository(redis_client, namespace=namespace)


@pytest.mark.asyncio
async def test_delete_leaves_no_key(redis_client: Redis, namespace: str) -> None:
    # Arrange
    repository = RedisPlayerActionRepository(redis_client, namespace=namespace)
    action = make_player_action()
    await repository.add(action)

    # Act
    await repository.delete(action.player_id, action.id)

    # Assert
    assert [key async for key in redis_client.scan_iter(match=f"{namespace}:*")] == []


class TestNeo4jPlayerActionRepository(PlayerActionRepositoryContract):
    @pytest.fixture
    def player_id(self, namespace: str) -> str:
        return namespace

    @pytest_asyncio.fixture
    async def schema(self, neo4j_driver: AsyncDriver) -> None:
        for statement in SCHEMA:
            await neo4j_driver.execute_query(statement)

    @pytest.fixture
    def repository(self, neo4j_driver: AsyncDriver, schema: None) -> PlayerActionRepository:
        return Neo4jPlayerActionRepository(neo4j_driver)
