"""Quest repository on Neo4j.

Apply ``SCHEMA`` once (a migration); its constraints also create the indexes that the queries use.
"""

from collections.abc import Generator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, LiteralString
from uuid import UUID

from neo4j import AsyncDriver, EagerResult, Record, RoutingControl
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.quests.models import Quest

SCHEMA: tuple[LiteralString, ...] = (
    """
CREATE CONSTRAINT user_id IF NOT EXISTS
FOR (p:User) REQUIRE p.id IS UNIQUE
""",
    """
CREATE CONSTRAINT quest_id IF NOT EXISTS
FOR (n:Quest) REQUIRE n.id IS UNIQUE
""",
    """
CREATE INDEX quest_sort_key IF NOT EXISTS
FOR (n:Quest) ON (n.sort_key)
""",
)

_ADD: LiteralString = """
MERGE (p:User {id: $owner_id})
CREATE (p)-[:HAS_QUEST]->(n:Quest)
SET n = $properties
"""
_GET: LiteralString = """
MATCH (:User {id: $owner_id})
  -[:HAS_QUEST]->
  (n:Quest {id: $id})
RETURN n AS node
"""
_LIST: LiteralString = """
MATCH (:User {id: $owner_id})
  -[:HAS_QUEST]->
  (n:Quest)
WHERE $after IS NULL OR n.sort_key < $after
RETURN n AS node
ORDER BY n.sort_key DESC
LIMIT $limit
"""
_UPDATE: LiteralString = """
MATCH (:User {id: $owner_id})
  -[:HAS_QUEST]->
  (n:Quest {id: $id})
SET n = $properties
RETURN n.id AS id
"""
_DELETE: LiteralString = """
MATCH (:User {id: $owner_id})
  -[:HAS_QUEST]->
  (n:Quest {id: $id})
DETACH DELETE n
RETURN $id AS id
"""


@contextmanager
def _neo4j_errors() -> Generator[None]:
    try:
        yield
    except ConstraintError as exc:
        raise ConflictError("Quest already exists") from exc
    except (DriverError, Neo4jError) as exc:
        raise StoreUnavailableError("Quest store is unavailable") from exc


def _to_properties(quest: Quest) -> dict[str, Any]:
    return {
        "id": str(quest.id),
        "owner_id": quest.owner_id,
        "title": quest.title,
        "price": str(quest.price),
        "created_at": quest.created_at,
        "updated_at": quest.updated_at,
        "sort_key": quest.sort_key,
    }


def _to_model(record: Record) -> Quest:
    node = record["node"]
    return Quest(
        id=UUID(node["id"]),
        owner_id=node["owner_id"],
        title=node["title"],
        price=Decimal(node["price"]),
        created_at=node["created_at"].to_native(),
        updated_at=node["updated_at"].to_native(),
    )


class Neo4jQuestRepository:
    """Each call is one managed transaction that the driver retries."""

    def __init__(self, driver: AsyncDriver, *, database: str = "neo4j") -> None:
        self._driver = driver
        self._database = database

    async def _run(
        self, query: LiteralString, *, routing: RoutingControl, **parameters: object
    ) -> list[Record]:
        with _neo4j_errors():
            result: EagerResult = await self._driver.execute_query(
                query,
                parameters_=parameters,
                database_=self._database,
                routing_=routing,
            )
        return result.records

    async def add(self, quest: Quest) -> None:
        """Store a quest."""
        await self._run(
            _ADD,
            routing=RoutingControl.WRITE,
            owner_id=quest.owner_id,
            properties=_to_properties(quest),
        )

    async def get(self, owner_id: str, quest_id: UUID) -> Quest:
        """Return a quest."""
        records = await self._run(
            _GET,
            routing=RoutingControl.READ,
            owner_id=owner_id,
            id=str(quest_id),
        )
        if not records:
            raise NotFoundError(f"Quest {quest_id} not found")
        return _to_model(records[0])

    async def list(self, owner_id: str, page: PageRequest) -> list[Quest]:
        """Return a page of quests, newest first."""
        records = await self._run(
            _LIST,
            routing=RoutingControl.READ,
            owner_id=owner_id,
            after=page.after,
            limit=page.limit,
        )
        return [_to_model(record) for record in records]

    async def update(self, quest: Quest) -> None:
        """Overwrite a quest that exists."""
        records = await self._run(
            _UPDATE,
            routing=RoutingControl.WRITE,
            owner_id=quest.owner_id,
            id=str(quest.id),
            properties=_to_properties(quest),
        )
        if not records:
            raise NotFoundError(f"Quest {quest.id} not found")

    async def delete(self, owner_id: str, quest_id: UUID) -> None:
        """Remove a quest."""
        records = await self._run(
            _DELETE,
            routing=RoutingControl.WRITE,
            owner_id=owner_id,
            id=str(quest_id),
        )
        if not records:
            raise NotFoundError(f"Quest {quest_id} not found")
