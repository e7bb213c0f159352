"""The versioned API: every component's router is registered here."""

from fastapi import APIRouter

from demo.core.health import router as health_router
from demo.player_actions.router import router as player_actions_router

api_router = APIRouter(prefix="/api/v1")

api_router.include_router(health_router)
api_router.include_router(player_actions_router)
