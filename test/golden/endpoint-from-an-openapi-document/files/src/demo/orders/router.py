"""Order endpoints.

Take what a customer wants, and promise nothing yet
"""

import logging
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, status

from demo.core.auth import CurrentUserDep, ensure_can_access
from demo.core.errors import problem_responses
from demo.core.pagination import Page, PageRequestDep, encode_cursor
from demo.core.rate_limit import enforce_rate_limit
from demo.orders.dependencies import OrderRepositoryDep
from demo.orders.models import Order
from demo.orders.schemas import OrderCreate, OrderRead

logger = logging.getLogger(__name__)

router = APIRouter(
    prefix="/shops/{shop_id}/orders",
    tags=["orders"],
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)

ShopId = Annotated[
    str,
    Path(
        min_length=1,
        max_length=64,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="Shop identifier",
    ),
]

_RATE_LIMITED = [Depends(enforce_rate_limit)]


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    dependencies=_RATE_LIMITED,
    summary="Create an order",
    responses=problem_responses(HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)
async def create_order(
    shop_id: ShopId,
    payload: OrderCreate,
    user: CurrentUserDep,
    repository: OrderRepositoryDep,
) -> OrderRead:
    """Create an order."""
    ensure_can_access(user, shop_id)
    order = Order.new(
        shop_id=shop_id,
        note=payload.note,
        day=payload.day,
        count=payload.count,
        level=payload.level,
    )
    await repository.add(order)
    logger.info("order created", extra={"order_id": str(order.id)})
    return OrderRead.model_validate(order)


@router.get("", summary="List orders")
async def list_orders(
    shop_id: ShopId, user: CurrentUserDep, page: PageRequestDep, repository: OrderRepositoryDep
) -> Page[OrderRead]:
    """List orders, newest first."""
    ensure_can_access(user, shop_id)
    one_more = page.model_copy(update={"limit": page.limit + 1})
    found = await repository.list(shop_id, one_more)
    items = found[: page.limit]
    has_more = len(found) > page.limit
    return Page(
        items=[OrderRead.model_validate(order) for order in items],
        next_cursor=encode_cursor(items[-1].sort_key) if has_more else None,
    )
