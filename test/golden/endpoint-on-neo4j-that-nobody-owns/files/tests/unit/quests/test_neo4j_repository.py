"""Neo4j repository on a mocked driver: queries sent and errors translated."""

from typing import Any
from unittest.mock import AsyncMock, MagicMock
from uuid import uuid4

import pytest
from neo4j import EagerResult, Record, RoutingControl
from neo4j.exceptions import ConstraintError, ServiceUnavailable
from neo4j.time import DateTime

from demo.core.errors import ConflictError, NotFoundError, StoreUnavailableError
from demo.core.pagination import PageRequest
from demo.quests.models import Quest
from demo.quests.neo4j_repository import Neo4jQuestRepository
from tests.support.quests import make_quest


def make_record(quest: Quest) -> Record:
    node = {
        "id": str(quest.id),
        "name": quest.name,
        "created_at": DateTime.from_native(quest.created_at),
        "updated_at": DateTime.from_native(quest.updated_at),
    }
    return Record({"node": node})


def eager_result(*records: Record) -> EagerResult:
    return EagerResult(list(records), MagicMock(), ["node"])


@pytest.fixture
def driver() -> MagicMock:
    return MagicMock(execute_query=AsyncMock(return_value=eager_result()))


@pytest.fixture
def repository(driver: MagicMock) -> Neo4jQuestRepository:
    return Neo4jQuestRepository(driver, database="graph")


@pytest.mark.asyncio
async def test_add_sends_parameters_only(
    repository: Neo4jQuestRepository, driver: MagicMock
) -> None:
    # Arrange
    quest = make_quest()

    # Act
    await repository.add(quest)

    # Assert
    [call] = driver.execute_query.await_args_list
    assert str(quest.id) not in call.args[0]
    assert call.kwargs["parameters_"]["properties"]["id"] == str(quest.id)
    assert (call.kwargs["database_"], call.kwargs["routing_"]) == ("graph", RoutingControl.WRITE)


@pytest.mark.asyncio
async def test_get_maps_node(repository: Neo4jQuestRepository, driver: MagicMock) -> None:
    # Arrange
    quest = make_quest()
    driver.execute_query.return_value = eager_result(make_record(quest))

    # Act
    found = await repository.get(quest.id)

    # Assert
    assert found == quest
    call = driver.execute_query.await_args
    assert call.kwargs["parameters_"]["id"] == str(quest.id)
    assert call.kwargs["routing_"] == RoutingControl.READ


@pytest.mark.asyncio
async def test_list_maps_nodes(repository: Neo4jQuestRepository, driver: MagicMock) -> None:
    # Arrange
    quest = make_quest()
    driver.execute_query.return_value = eager_result(make_record(quest))

    # Act
    found = await repository.list(PageRequest(limit=2, after="k"))

    # Assert
    assert found == [quest]
    call = driver.execute_query.await_args
    parameters = call.kwargs["parameters_"]
    assert (parameters["limit"], parameters["after"]) == (2, "k")
    assert call.kwargs["routing_"] == RoutingControl.READ


@pytest.mark.asyncio
async def test_update_writes(repository: Neo4jQuestRepository, driver: MagicMock) -> None:
    # Arrange
    quest = make_quest()
    driver.execute_query.return_value = eager_result(Record({"id": str(quest.id)}))

    # Act
    await repository.update(quest)

    # Assert
    call = driver.execute_query.await_args
    assert call.kwargs["parameters_"]["properties"]["id"] == str(quest.id)
    assert call.kwargs["routing_"] == RoutingControl.WRITE


@pytest.mark.asyncio
async def test_delete_writes(repository: Neo4jQuestRepository, driver: MagicMock) -> None:
    # Arrange
    quest = make_quest()
    driver.execute_query.return_value = eager_result(Record({"id": str(quest.id)}))

    # Act
    await repository.delete(quest.id)

    # Assert
    call = driver.execute_query.await_args
    assert call.kwargs["parameters_"]["id"] == str(quest.id)
    assert call.kwargs["routing_"] == RoutingControl.WRITE


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("get", (uuid4(),), id="get"),
        pytest.param("update", (make_quest(),), id="update"),
        pytest.param("delete", (uuid4(),), id="delete"),
    ],
)
async def test_no_record_is_not_found(
    repository: Neo4jQuestRepository, method: str, arguments: tuple[Any, ...]
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
    repository: Neo4jQuestRepository,
    driver: MagicMock,
    raised: Exception,
    expected: type[Exception],
) -> None:
    # Arrange
    driver.execute_query.side_effect = raised

    # Act
    with pytest.raises(expected) as caught:
        await repository.add(make_quest())

    # Assert
    assert caught.value.__cause__ is raised
