"""Cursor pagination: opaque cursors over a sort key that every store can compare."""

import base64
import binascii
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from demo.core.errors import InvalidRequestError

ItemT = TypeVar("ItemT")

MAX_PAGE_SIZE = 100
DEFAULT_PAGE_SIZE = 20


class PageRequest(BaseModel):
    """A validated page request."""

    model_config = ConfigDict(frozen=True)

    limit: int = DEFAULT_PAGE_SIZE
    after: str | None = None


class Page(BaseModel, Generic[ItemT]):
    """One page of results; follow ``next_cursor`` until it is null."""

    items: list[ItemT] = Field(description="Results, newest first")
    next_cursor: str | None = Field(default=None, description="Cursor of the next page, or null")


def encode_cursor(sort_key: str) -> str:
    """Hide a sort key from clients."""
    return base64.urlsafe_b64encode(sort_key.encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> str:
    """Read a sort key back.

    Raises:
        InvalidRequestError: if the cursor was not made by :func:`encode_cursor`.
    """
    padded = cursor + "=" * (-len(cursor) % 4)
    try:
        return base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as exc:
        raise InvalidRequestError("Invalid cursor") from exc


def get_page_request(
    limit: Annotated[
        int, Query(ge=1, le=MAX_PAGE_SIZE, description="Page size")
    ] = DEFAULT_PAGE_SIZE,
    cursor: Annotated[
        str | None, Query(max_length=512, description="next_cursor of the page before")
    ] = None,
) -> PageRequest:
    """Read ``?limit=&cursor=``."""
    return PageRequest(limit=limit, after=decode_cursor(cursor) if cursor else None)


PageRequestDep = Annotated[PageRequest, Depends(get_page_request)]
