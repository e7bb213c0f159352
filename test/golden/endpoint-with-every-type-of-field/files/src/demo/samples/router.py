"""Sample endpoints."""

# create-persona-ignore-file rate-limits: asked for without a limit

import logging
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response, status

from demo.core.auth import CurrentUserDep
from demo.core.errors import problem_responses
from demo.core.pagination import Page, PageRequestDep, encode_cursor
from demo.samples.dependencies import SampleRepositoryDep
from demo.samples.models import Sample
from demo.samples.schemas import SampleCreate, SampleRead

logger = logging.getLogger(__name__)

router = APIRouter(
    prefix="/samples",
    tags=["samples"],
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)

SampleId = Annotated[UUID, Path(description="Sample identifier")]


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    summary="Create a sample",
    responses=problem_responses(HTTPStatus.CONFLICT),
)
async def create_sample(
    payload: SampleCreate,
    user: CurrentUserDep,
    repository: SampleRepositoryDep,
    request: Request,
    response: Response,
) -> SampleRead:
    """Create a sample."""
    sample = Sample.new(
        owner_id=user.id,
        label=payload.label,
        body=payload.body,
        amount=payload.amount,
        score=payload.score,
        price=payload.price,
        is_open=payload.is_open,
        day=payload.day,
        seen_at=payload.seen_at,
        origin=payload.origin,
        details=payload.details,
        tags=payload.tags,
        level=payload.level,
    )
    await repository.add(sample)
    logger.info("sample created", extra={"sample_id": str(sample.id)})
    response.headers["Location"] = str(
        request.url_for(
            "get_sample",
            sample_id=str(sample.id),
        )
    )
    return SampleRead.model_validate(sample)


@router.get("", summary="List samples")
async def list_samples(
    user: CurrentUserDep, page: PageRequestDep, repository: SampleRepositoryDep
) -> Page[SampleRead]:
    """List samples, newest first."""
    one_more = page.model_copy(update={"limit": page.limit + 1})
    found = await repository.list(user.id, one_more)
    items = found[: page.limit]
    has_more = len(found) > page.limit
    return Page(
        items=[SampleRead.model_validate(sample) for sample in items],
        next_cursor=encode_cursor(items[-1].sort_key) if has_more else None,
    )


@router.get(
    "/{sample_id}",
    summary="Get a sample",
    responses=problem_responses(HTTPStatus.NOT_FOUND),
)
async def get_sample(
    sample_id: SampleId,
    user: CurrentUserDep,
    repository: SampleRepositoryDep,
) -> SampleRead:
    """Return one sample."""
    return SampleRead.model_validate(await repository.get(user.id, sample_id))
