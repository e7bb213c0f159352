"""Series endpoints."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path

from demo.core.auth import get_current_user
from demo.core.errors import problem_responses
from demo.core.pagination import Page, PageRequestDep, encode_cursor
from demo.series.dependencies import SeriesRepositoryDep
from demo.series.schemas import SeriesRead

router = APIRouter(
    prefix="/series",
    tags=["series"],
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)

SeriesId = Annotated[UUID, Path(description="Series identifier")]

_AUTHENTICATED = [Depends(get_current_user)]


@router.get("", dependencies=_AUTHENTICATED, summary="List series")
async def list_series(page: PageRequestDep, repository: SeriesRepositoryDep) -> Page[SeriesRead]:
    """List series, newest first."""
    one_more = page.model_copy(update={"limit": page.limit + 1})
    found = await repository.list(one_more)
    items = found[: page.limit]
    has_more = len(found) > page.limit
    return Page(
        items=[SeriesRead.model_validate(series) for series in items],
        next_cursor=encode_cursor(items[-1].sort_key) if has_more else None,
    )


@router.get(
    "/{series_id}",
    dependencies=_AUTHENTICATED,
    summary="Get a series",
    responses=problem_responses(HTTPStatus.NOT_FOUND),
)
async def get_series(
    series_id: SeriesId,
    repository: SeriesRepositoryDep,
) -> SeriesRead:
    """Return one series."""
    return SeriesRead.model_validate(await repository.get(series_id))
