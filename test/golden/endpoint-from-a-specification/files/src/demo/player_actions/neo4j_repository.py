"""Player action repository on Neo4j.

Apply ``SCHEMA`` once (a migration); its constraints also create the indexes that the queries use.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, LiteralString
from uuid import UUID

from neo4j import AsyncDriver, EagerResult, Record, RoutingControl
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.player_actions.models import PlayerAction

SCHEMA: tuple[LiteralString, ...] = (
    """
CREATE CONSTRAINT player_id IF NOT EXISTS
FOR (p:Player) REQUIRE p.id IS UNIQUE
""",
    """
CREATE CONSTRAINT player_action_id IF NOT EXISTS
FOR (n:PlayerAction) REQUIRE n.id IS UNIQUE
""",
    """
CREATE INDEX player_action_sort_key IF NOT EXISTS
FOR (n:PlayerAction) ON (n.sort_key)
""",
)

_ADD: LiteralString = """
MERGE (p:Player {id: $player_id})
CREATE (p)-[:HAS_PLAYER_ACTION]->(n:PlayerAction)
SET n = $properties
"""
_GET: LiteralString = """
MATCH (:Player {id: $player_id})
  -[:HAS_PLAYER_ACTION]->
  (n:PlayerAction {id: $id})
RETURN n AS node
"""
_LIST: LiteralString = """
MATCH (:Player {id: $player_id})
  -[:HAS_PLAYER_ACTION]->
  (n:PlayerAction)
WHERE $after IS NULL OR n.sort_key < $after
RETURN n AS node
ORDER BY n.sort_key DESC
LIMIT $limit
"""
_UPDATE: LiteralString = """
MATCH (:Player {id: $player_id})
  -[:HAS_PLAYER_ACTION]->
  (n:PlayerAction {id: $id})
SET n = $properties
RETURN n.id AS id
"""
_DELETE: LiteralString = """
MATCH (:Player {id: $player_id})
  -[:HAS_PLAYER_ACTION]->
  (n:PlayerAction {id: $id})
DETACH DELETE n
RETURN $id AS id
"""


@contextmanager
def _neo4j_errors() -> Generator[None]:
    try:
        yield
    except ConstraintError as exc:
        raise ConflictError("Player action already exists") from exc
    except (DriverError, Neo4jError) as exc:
        raise StoreUnavailableError("Player action store is unavailable") from exc


def _to_properties(action: PlayerAction) -> dict[str, Any]:
    return {
        "id": str(action.id),
        "player_id": action.player_id,
        "action": action.action,
        "level": action.level,
        "created_at": action.created_at,
        "updated_at": action.updated_at,
        "sort_key": action.sort_key,
    }


def _to_model(record: Record) -> PlayerAction:
    node = record["node"]
    return PlayerAction(
        id=UUID(node["id"]),
        player_id=node["player_id"],
        action=node["action"],
        level=node["level"],
        created_at=node["created_at"].to_native(),
        updated_at=node["updated_at"].to_native(),
    )


class Neo4jPlayerActionRepository:
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

    async def add(self, action: PlayerAction) -> None:
        """Store a player action."""
        await self._run(
            _ADD,
            routing=RoutingControl.WRITE,
            player_id=action.player_id,
            properties=_to_properties(action),
        )

    async def get(self, player_id: str, action_id: UUID) -> PlayerAction:
        """Return a player action."""
        records = await self._run(
            _GET,
            routing=RoutingControl.READ,
            player_id=player_id,
            id=str(action_id),
        )
        if not records:
            raise NotFoundError(f"Player action {action_id} not found")
        return _to_model(records[0])

    async def list(self, player_id: str, page: PageRequest) -> list[PlayerAction]:
        """Return a page of player actions, newest first."""
        records = await self._run(
            _LIST,
            routing=RoutingControl.READ,
            player_id=player_id,
            after=page.after,
            limit=page.limit,
        )
        return [_to_model(record) for record in records]

    async def update(self, action: PlayerAction) -> None:
        """Overwrite a player action that exists."""
        records = await self._run(
            _UPDATE,
            routing=RoutingControl.WRITE,
            player_id=action.player_id,
            id=str(action.id),
            properties=_to_properties(action),
        )
        if not records:
            raise NotFoundError(f"Player action {action.id} not found")

    async def delete(self, player_id: str, action_id: UUID) -> None:
        """Remove a player action."""
        records = await self._run(
            _DELETE,
            routing=RoutingControl.WRITE,
            player_id=player_id,
            id=str(action_id),
        )
        if not records:
            raise NotFoundError(f"Player action {action_id} not found")
