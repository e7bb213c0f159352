"""Player action endpoints.

Players act on the world, and see what they did.
"""

# create-persona-ignore-file rate-limits: asked for without a limit

import logging
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, Path, status

from demo.core.auth import CurrentUserDep, ensure_can_access
from demo.core.errors import StoreUnavailableError, problem_responses
from demo.core.events import EventBroker, EventBrokerDep
from demo.core.pagination import Page, PageRequestDep, encode_cursor
from demo.player_actions.dependencies import PlayerActionRepositoryDep
from demo.player_actions.models import PlayerAction
from demo.player_actions.schemas import PlayerActionCreate, PlayerActionRead

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
    summary="Create a player action",
    responses=problem_responses(HTTPStatus.CONFLICT),
)
async def create_player_action(
    player_id: PlayerId,
    payload: PlayerActionCreate,
    user: CurrentUserDep,
    repository: PlayerActionRepositoryDep,
    broker: EventBrokerDep,
    background_tasks: BackgroundTasks,
) -> PlayerActionRead:
    """Create a player action and announce it."""
    ensure_can_access(user, player_id)
    action = PlayerAction.new(
        player_id=player_id,
        action=payload.action,
        level=payload.level,
    )
    await repository.add(action)
    logger.info("player action created", extra={"action_id": str(action.id)})
    created = PlayerActionRead.model_validate(action)
    background_tasks.add_task(publish_created, broker, created)
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


@router.delete(
    "/{action_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="Delete a player action",
    responses=problem_responses(HTTPStatus.NOT_FOUND),
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
