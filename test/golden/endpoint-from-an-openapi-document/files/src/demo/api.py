"""The versioned API: every component's router is registered here."""

from fastapi import APIRouter

from demo.core.health import router as health_router
from demo.orders.router import router as orders_router

api_router = APIRouter(prefix="/api/v1")

api_router.include_router(health_router)
api_router.include_router(orders_router)
