"""Every real repository keeps the contract of the in-memory one."""

import pytest
import pytest_asyncio
from neo4j import AsyncDriver

from demo.quests.neo4j_repository import SCHEMA, Neo4jQuestRepository
from demo.quests.repository import QuestRepository
from tests.support.quests_repository import QuestRepositoryContract

pytestmark = pytest.mark.integration


class TestNeo4jQuestRepository(QuestRepositoryContract):
    @pytest.fixture
    def owner_id(self, namespace: str) -> str:
        return namespace

    @pytest_asyncio.fixture
    async def schema(self, neo4j_driver: AsyncDriver) -> None:
        for statement in SCHEMA:
            await neo4j_driver.execute_query(statement)

    @pytest.fixture
    def repository(self, neo4j_driver: AsyncDriver, schema: None) -> QuestRepository:
        return Neo4jQuestRepository(neo4j_driver)
