"""Player action endpoints."""

import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

import anyio
from fastapi import (
    APIRouter,
    BackgroundTasks,
    Depends,
    Path,
    Query,
    Request,
    Response,
    WebSocket,
    WebSocketDisconnect,
    WebSocketException,
    status,
)

from demo.core.auth import CurrentUserDep, decode_token, ensure_can_access
from demo.core.dependencies import SettingsDep
from demo.core.errors import AppError, StoreUnavailableError, problem_responses
from demo.core.events import EventBroker, EventBrokerDep
from demo.core.pagination import Page, PageRequestDep, encode_cursor
from demo.core.rate_limit import enforce_rate_limit
from demo.player_actions.dependencies import PlayerActionRepositoryDep
from demo.player_actions.models import PlayerAction
from demo.player_actions.schemas import PlayerActionCreate, PlayerActionRead, PlayerActionUpdate

logger = logging.getLogger(__name__)

router = APIRouter(
    prefix="/players/{player_id}/actions",
    tags=["player actions"],
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)

PlayerId = Annotated[
    str,
    Path(
        min_length=1,
        max_length=64,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="Player identifier",
    ),
]
ActionId = Annotated[UUID, Path(description="Player action identifier")]

_RATE_LIMITED = [Depends(enforce_rate_limit)]


def _channel(player_id: str) -> str:
    return f"player_actions:{player_id}:events"


async def publish_created(broker: EventBroker, created: PlayerActionRead) -> None:
    """Tell subscribers about a new player action (runs after the response)."""
    try:
        await broker.publish(_channel(created.player_id), created.model_dump_json())
    except StoreUnavailableError:
        logger.warning("event not published", extra={"action_id": str(created.id)}, exc_info=True)


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    dependencies=_RATE_LIMITED,
    summary="Create a player action",
    responses=problem_responses(HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)
async def create_player_action(
    player_id: PlayerId,
    payload: PlayerActionCreate,
    user: CurrentUserDep,
    repository: PlayerActionRepositoryDep,
    broker: EventBrokerDep,
    background_tasks: BackgroundTasks,
    request: Request,
    response: Response,
) -> PlayerActionRead:
    """Create a player action and announce it."""
    ensure_can_access(user, player_id)
    action = PlayerAction.new(
        player_id=player_id,
        action_type=payload.action_type,
        parameters=payload.parameters,
    )
    await repository.add(action)
    logger.info("player action created", extra={"action_id": str(action.id)})
    created = PlayerActionRead.model_validate(action)
    background_tasks.add_task(publish_created, broker, created)
    response.headers["Location"] = str(
        request.url_for(
            "get_player_action",
            player_id=player_id,
            action_id=str(action.id),
        )
    )
    return created


@router.get("", summary="List player actions")
async def list_player_actions(
    player_id: PlayerId,
    user: CurrentUserDep,
    page: PageRequestDep,
    repository: PlayerActionRepositoryDep,
) -> Page[PlayerActionRead]:
    """List player actions, newest first."""
    ensure_can_access(user, player_id)
    one_more = page.model_copy(update={"limit": page.limit + 1})
    found = await repository.list(player_id, one_more)
    items = found[: page.limit]
    has_more = len(found) > page.limit
    return Page(
        items=[PlayerActionRead.model_validate(action) for action in items],
        next_cursor=encode_cursor(items[-1].sort_key) if has_more else None,
    )


@router.get(
    "/{action_id}",
    summary="Get a player action",
    responses=problem_responses(HTTPStatus.NOT_FOUND),
)
async def get_player_action(
    player_id: PlayerId,
    action_id: ActionId,
    user: CurrentUserDep,
    repository: PlayerActionRepositoryDep,
) -> PlayerActionRead:
    """Return one player action."""
    ensure_can_access(user, player_id)
    return PlayerActionRead.model_validate(await repository.get(player_id, action_id))


@router.put(
    "/{action_id}",
    dependencies=_RATE_LIMITED,
    summary="Replace a player action",
    responses=problem_responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def replace_player_action(
    player_id: PlayerId,
    action_id: ActionId,
    payload: PlayerActionCreate,
    user: CurrentUserDep,
    repository: PlayerActionRepositoryDep,
) -> PlayerActionRead:
    """Replace every client-set field of a player action."""
    ensure_can_access(user, player_id)
    current = await repository.get(player_id, action_id)
    action = replace(
        current,
        action_type=payload.action_type,
        parameters=payload.parameters,
        updated_at=datetime.now(UTC),
    )
    await repository.update(action)
    return PlayerActionRead.model_validate(action)


@router.patch(
    "/{action_id}",
    dependencies=_RATE_LIMITED,
    summary="Change a player action",
    responses=problem_responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def update_player_action(
    player_id: PlayerId,
    action_id: ActionId,
    payload: PlayerActionUpdate,
    user: CurrentUserDep,
    repository: PlayerActionRepositoryDep,
) -> PlayerActionRead:
    """Change the fields that the client sent."""
    ensure_can_access(user, player_id)
    current = await repository.get(player_id, action_id)
    action = replace(current, **payload.changes(), updated_at=datetime.now(UTC))
    await repository.update(action)
    return PlayerActionRead.model_validate(action)


@router.delete(
    "/{action_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    dependencies=_RATE_LIMITED,
    summary="Delete a player action",
    responses=problem_responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def delete_player_action(
    player_id: PlayerId,
    action_id: ActionId,
    user: CurrentUserDep,
    repository: PlayerActionRepositoryDep,
) -> None:
    """Delete a player action."""
    ensure_can_access(user, player_id)
    await repository.delete(player_id, action_id)
    logger.info("player action deleted", extra={"action_id": str(action_id)})


async def _forward(websocket: WebSocket, messages: AsyncIterator[str]) -> None:
    async for message in messages:
        await websocket.send_text(message)


async def _wait_for_disconnect(websocket: WebSocket) -> None:
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await websocket.receive_text()


@router.websocket("/stream")
async def stream_player_actions(
    websocket: WebSocket,
    player_id: PlayerId,
    settings: SettingsDep,
    broker: EventBrokerDep,
    token: Annotated[str, Query(description="Access token: browsers cannot set the header")],
) -> None:
    """Send each new player action to the client as it is created."""
    try:
        ensure_can_access(decode_token(token, settings), player_id)
    except AppError as exc:
        raise WebSocketException(status.WS_1008_POLICY_VIOLATION, exc.detail) from exc
    async with broker.subscribe(_channel(player_id)) as messages:
        await websocket.accept()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(_forward, websocket, messages)
            await _wait_for_disconnect(websocket)
            tasks.cancel_scope.cancel()
    logger.info("stream of player actions closed")
