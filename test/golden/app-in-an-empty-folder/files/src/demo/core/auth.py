"""Bearer tokens (JWT) and the current user."""

from typing import Annotated, Any

import jwt
from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from demo.core.dependencies import SettingsDep
from demo.core.errors import AuthenticationError, PermissionDeniedError
from demo.core.settings import Settings

bearer_scheme = HTTPBearer(auto_error=False, bearerFormat="JWT")


class User(BaseModel):
    """The authenticated caller."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(min_length=1, max_length=64)
    scopes: frozenset[str] = frozenset()


def decode_token(token: str, settings: Settings) -> User:
    """Check a token's signature, expiry and audience, and return its user.

    Raises:
        AuthenticationError: if the token is not acceptable; the reason is not disclosed.
    """
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            settings.jwt_secret.get_secret_value(),
            algorithms=[settings.jwt_algorithm],
            audience=settings.jwt_audience,
            options={"require": ["exp", "sub"]},
        )
        return User(id=claims["sub"], scopes=frozenset(str(claims.get("scope", "")).split()))
    except (jwt.InvalidTokenError, ValidationError) as exc:
        raise AuthenticationError("Could not validate credentials") from exc


async def get_current_user(
    settings: SettingsDep,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer_scheme)],
) -> User:
    """Return the caller, or fail with 401."""
    if credentials is None:
        raise AuthenticationError("Not authenticated")
    return decode_token(credentials.credentials, settings)


CurrentUserDep = Annotated[User, Depends(get_current_user)]


def ensure_can_access(user: User, owner_id: str) -> None:
    """Let owners and administrators through.

    Raises:
        PermissionDeniedError: for everybody else.
    """
    if user.id != owner_id and "admin" not in user.scopes:
        raise PermissionDeniedError("Not allowed to access this resource")


def ensure_has_scope(user: User, scope: str) -> None:
    """Let administrators through, and users whose token carries the scope.

    Raises:
        PermissionDeniedError: for everybody else.
    """
    if user.scopes.isdisjoint({scope, "admin"}):
        raise PermissionDeniedError(f"Requires the scope {scope}")
