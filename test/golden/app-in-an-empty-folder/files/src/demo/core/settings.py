"""Application settings read from the environment."""

from functools import lru_cache
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Typed settings; every value can be set with a ``DEMO_`` variable."""

    model_config = SettingsConfigDict(env_prefix="DEMO_", env_file=".env", extra="ignore")

    redis_url: str = "redis://127.0.0.1:6379/0"
    redis_max_connections: int = Field(default=20, ge=1)
    neo4j_uri: str = "bolt://127.0.0.1:7687"
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr = SecretStr("")
    neo4j_database: str = "neo4j"
    neo4j_max_connections: int = Field(default=50, ge=1)
    # Where a component keeps its data when it has a repository for each store.
    repository_backend: Literal["redis", "neo4j"] = "redis"
    jwt_secret: SecretStr = Field(min_length=32)
    jwt_algorithm: Literal["HS256", "HS384", "HS512"] = "HS256"
    jwt_audience: str = "demo"
    rate_limit_requests: int = Field(default=60, ge=1)
    rate_limit_window_s: int = Field(default=60, ge=1)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


@lru_cache
def get_settings() -> Settings:
    """Return the process-wide settings; override this dependency in tests."""
    return Settings()  # pyright: ignore[reportCallIssue] - required values come from the environment
