"""Access tokens and permissions."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from demo.core.auth import User, decode_token, ensure_can_access, ensure_has_scope
from demo.core.errors import AuthenticationError, PermissionDeniedError
from demo.core.settings import Settings
from tests.support.tokens import make_token


def is_refused(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except PermissionDeniedError as error:
        return error.status == 403
    return False


def test_decode_token_returns_user(settings: Settings) -> None:
    # Arrange
    token = make_token(settings, "user-1", scope="admin play")

    # Act
    user = decode_token(token, settings)

    # Assert
    assert user == User(id="user-1", scopes=frozenset({"admin", "play"}))


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param({"exp": datetime(2020, 1, 1, tzinfo=UTC)}, id="expired"),
        pytest.param({"exp": None}, id="never expires"),
        pytest.param({"aud": "another-service"}, id="wrong audience"),
        pytest.param({"nbf": datetime.now(UTC) + timedelta(hours=1)}, id="not yet valid"),
        pytest.param({"sub": ""}, id="empty subject"),
    ],
)
def test_decode_token_rejects(settings: Settings, claims: dict[str, Any]) -> None:
    # Arrange
    token = make_token(settings, **{"user_id": claims.pop("sub", "user-1"), **claims})

    # Act
    with pytest.raises(AuthenticationError) as caught:
        decode_token(token, settings)

    # Assert
    assert caught.value.detail == "Could not validate credentials"


@pytest.mark.parametrize(
    "user",
    [
        pytest.param(User(id="user-1"), id="the owner"),
        pytest.param(User(id="root", scopes=frozenset({"admin"})), id="an administrator"),
    ],
)
def test_may_access_what_user_1_owns(user: User) -> None:
    # Arrange
    owner_id = "user-1"

    # Act
    refused = is_refused(lambda: ensure_can_access(user, owner_id))

    # Assert
    assert not refused


def test_others_may_not_access_what_user_1_owns() -> None:
    # Arrange
    user = User(id="user-2", scopes=frozenset({"things:write"}))

    # Act
    refused = is_refused(lambda: ensure_can_access(user, "user-1"))

    # Assert
    assert refused


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        pytest.param({"things:write"}, False, id="the scope"),
        pytest.param({"admin"}, False, id="an administrator"),
        pytest.param({"things:read"}, True, id="another scope"),
        pytest.param(set[str](), True, id="no scope"),
    ],
)
def test_a_scope_is_required(scopes: set[str], expected: bool) -> None:
    # Arrange
    user = User(id="user-1", scopes=frozenset(scopes))

    # Act
    refused = is_refused(lambda: ensure_has_scope(user, "things:write"))

    # Assert
    assert refused is expected
