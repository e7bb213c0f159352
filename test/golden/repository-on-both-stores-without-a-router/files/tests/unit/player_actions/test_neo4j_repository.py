"""Neo4j repository on a mocked driver: queries sent and errors translated."""

import json
from typing import Any
from unittest.mock import AsyncMock, MagicMock
from uuid import uuid4

import pytest
from neo4j import EagerResult, Record, RoutingControl
from neo4j.exceptions import ConstraintError, ServiceUnavailable
from neo4j.time import DateTime

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.player_actions.models import PlayerAction
from demo.player_actions.neo4j_repository import Neo4jPlayerActionRepository
from tests.support.player_actions import make_player_action


def make_record(action: PlayerAction) -> Record:
    node = {
        "id": str(action.id),
        "player_id": action.player_id,
        "action_type": action.action_type,
        "parameters": json.dumps(action.parameters),
        "created_at": DateTime.from_native(action.created_at),
        "updated_at": DateTime.from_native(action.updated_at),
    }
    return Record({"node": node})


def eager_result(*records: Record) -> EagerResult:
    return EagerResult(list(records), MagicMock(), ["node"])


@pytest.fixture
def driver() -> MagicMock:
    return MagicMock(execute_query=AsyncMock(return_value=eager_result()))


@pytest.fixture
def repository(driver: MagicMock) -> Neo4jPlayerActionRepository:
    return Neo4jPlayerActionRepository(driver, database="graph")


@pytest.mark.asyncio
async def test_add_sends_parameters_only(
    repository: Neo4jPlayerActionRepository, driver: MagicMock
) -> None:
    # Arrange
    action = make_player_action()

    # Act
    await repository.add(action)

    # Assert
    [call] = driver.execute_query.await_args_list
    assert str(action.id) not in call.args[0]
    assert call.kwargs["parameters_"]["properties"]["id"] == str(action.id)
    assert (call.kwargs["database_"], call.kwargs["routing_"]) == ("graph", RoutingControl.WRITE)


@pytest.mark.asyncio
async def test_get_maps_node(repository: Neo4jPlayerActionRepository, driver: MagicMock) -> None:
    # Arrange
    action = make_player_action()
    driver.execute_query.return_value = eager_result(make_record(action))

    # Act
    found = await repository.get(action.player_id, action.id)

    # Assert
    assert found == action
    call = driver.execute_query.await_args
    assert call.kwargs["parameters_"]["id"] == str(action.id)
    assert call.kwargs["routing_"] == RoutingControl.READ


@pytest.mark.asyncio
async def test_list_maps_nodes(repository: Neo4jPlayerActionRepository, driver: MagicMock) -> None:
    # Arrange
    action = make_player_action()
    driver.execute_query.return_value = eager_result(make_record(action))

    # Act
    found = await repository.list(action.player_id, PageRequest(limit=2, after="k"))

    # Assert
    assert found == [action]
    call = driver.execute_query.await_args
    parameters = call.kwargs["parameters_"]
    assert (parameters["limit"], parameters["after"]) == (2, "k")
    assert call.kwargs["routing_"] == RoutingControl.READ


@pytest.mark.asyncio
async def test_update_writes(repository: Neo4jPlayerActionRepository, driver: MagicMock) -> None:
    # Arrange
    action = make_player_action()
    driver.execute_query.return_value = eager_result(Record({"id": str(action.id)}))

    # Act
    await repository.update(action)

    # Assert
    call = driver.execute_query.await_args
    assert call.kwargs["parameters_"]["properties"]["id"] == str(action.id)
    assert call.kwargs["routing_"] == RoutingControl.WRITE


@pytest.mark.asyncio
async def test_delete_writes(repository: Neo4jPlayerActionRepository, driver: MagicMock) -> None:
    # Arrange
    action = make_player_action()
    driver.execute_query.return_value = eager_result(Record({"id": str(action.id)}))

    # Act
    await repository.delete(action.player_id, action.id)

    # Assert
    call = driver.execute_query.await_args
    assert call.kwargs["parameters_"]["id"] == str(action.id)
    assert call.kwargs["routing_"] == RoutingControl.WRITE


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("get", ("user-1", uuid4()), id="get"),
        pytest.param("update", (make_player_action(),), id="update"),
        pytest.param("delete", ("user-1", uuid4()), id="delete"),
    ],
)
async def test_no_record_is_not_found(
    repository: Neo4jPlayerActionRepository, method: str, arguments: tuple[Any, ...]
) -> None:
    # Arrange
    call = getattr(repository, method)

    # Act
    with pytest.raises(NotFoundError) as caught:
        await call(*arguments)

    # Assert
    assert caught.value.status == 404


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        pytest.param(ConstraintError("taken"), ConflictError, id="constraint"),
        pytest.param(ServiceUnavailable("down"), StoreUnavailableError, id="unavailable"),
    ],
)
async def test_driver_errors_are_translated(
    repository: Neo4jPlayerActionRepository,
    driver: MagicMock,
    raised: Exception,
    expected: type[Exception],
) -> None:
    # Arrange
    driver.execute_query.side_effect = raised

    # Act
    with pytest.raises(expected) as caught:
        await repository.add(make_player_action())

    # Assert
    assert caught.value.__cause__ is raised
