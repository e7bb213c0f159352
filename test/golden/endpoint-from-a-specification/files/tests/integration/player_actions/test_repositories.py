"""Every real repository keeps the contract of the in-memory one."""

import pytest
import pytest_asyncio
from neo4j import AsyncDriver

from demo.player_actions.neo4j_repository import SCHEMA, Neo4jPlayerActionRepository
from demo.player_actions.repository import PlayerActionRepository
from tests.support.player_actions_repository import PlayerActionRepositoryContract

pytestmark = pytest.mark.integration


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
