"""Quest endpoints."""

import logging
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request, Response, status

from demo.core.auth import CurrentUserDep, ensure_has_scope, get_current_user
from demo.core.errors import problem_responses
from demo.core.pagination import Page, PageRequestDep, encode_cursor
from demo.core.rate_limit import enforce_rate_limit
from demo.quests.dependencies import QuestRepositoryDep
from demo.quests.models import Quest
from demo.quests.schemas import QuestCreate, QuestRead, QuestUpdate

logger = logging.getLogger(__name__)

router = APIRouter(
    prefix="/quests",
    tags=["quests"],
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)

QuestId = Annotated[UUID, Path(description="Quest identifier")]

WRITE_SCOPE = "quests:write"
_AUTHENTICATED = [Depends(get_current_user)]
_RATE_LIMITED = [Depends(enforce_rate_limit)]


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    dependencies=_RATE_LIMITED,
    summary="Create a quest",
    responses=problem_responses(HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)
async def create_quest(
    payload: QuestCreate,
    user: CurrentUserDep,
    repository: QuestRepositoryDep,
    request: Request,
    response: Response,
) -> QuestRead:
    """Create a quest."""
    ensure_has_scope(user, WRITE_SCOPE)
    quest = Quest.new(
        name=payload.name,
    )
    await repository.add(quest)
    logger.info("quest created", extra={"quest_id": str(quest.id)})
    response.headers["Location"] = str(
        request.url_for(
            "get_quest",
            quest_id=str(quest.id),
        )
    )
    return QuestRead.model_validate(quest)


@router.get("", dependencies=_AUTHENTICATED, summary="List quests")
async def list_quests(page: PageRequestDep, repository: QuestRepositoryDep) -> Page[QuestRead]:
    """List quests, newest first."""
    one_more = page.model_copy(update={"limit": page.limit + 1})
    found = await repository.list(one_more)
    items = found[: page.limit]
    has_more = len(found) > page.limit
    return Page(
        items=[QuestRead.model_validate(quest) for quest in items],
        next_cursor=encode_cursor(items[-1].sort_key) if has_more else None,
    )


@router.get(
    "/{quest_id}",
    dependencies=_AUTHENTICATED,
    summary="Get a quest",
    responses=problem_responses(HTTPStatus.NOT_FOUND),
)
async def get_quest(
    quest_id: QuestId,
    repository: QuestRepositoryDep,
) -> QuestRead:
    """Return one quest."""
    return QuestRead.model_validate(await repository.get(quest_id))


@router.put(
    "/{quest_id}",
    dependencies=_RATE_LIMITED,
    summary="Replace a quest",
    responses=problem_responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def replace_quest(
    quest_id: QuestId,
    payload: QuestCreate,
    user: CurrentUserDep,
    repository: QuestRepositoryDep,
) -> QuestRead:
    """Replace every client-set field of a quest."""
    ensure_has_scope(user, WRITE_SCOPE)
    current = await repository.get(quest_id)
    quest = replace(
        current,
        name=payload.name,
        updated_at=datetime.now(UTC),
    )
    await repository.update(quest)
    return QuestRead.model_validate(quest)


@router.patch(
    "/{quest_id}",
    dependencies=_RATE_LIMITED,
    summary="Change a quest",
    responses=problem_responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def update_quest(
    quest_id: QuestId,
    payload: QuestUpdate,
    user: CurrentUserDep,
    repository: QuestRepositoryDep,
) -> QuestRead:
    """Change the fields that the client sent."""
    ensure_has_scope(user, WRITE_SCOPE)
    current = await repository.get(quest_id)
    quest = replace(current, **payload.changes(), updated_at=datetime.now(UTC))
    await repository.update(quest)
    return QuestRead.model_validate(quest)


@router.delete(
    "/{quest_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    dependencies=_RATE_LIMITED,
    summary="Delete a quest",
    responses=problem_responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def delete_quest(
    quest_id: QuestId,
    user: CurrentUserDep,
    repository: QuestRepositoryDep,
) -> None:
    """Delete a quest."""
    ensure_has_scope(user, WRITE_SCOPE)
    await repository.delete(quest_id)
    logger.info("quest deleted", extra={"quest_id": str(quest_id)})
