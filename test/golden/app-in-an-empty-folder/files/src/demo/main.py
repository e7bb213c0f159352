"""Application factory and ASGI entry point."""

from fastapi import FastAPI

from demo.api import api_router
from demo.core.errors import register_error_handlers
from demo.core.lifespan import lifespan
from demo.core.logging import RequestIdMiddleware


def create_app() -> FastAPI:
    """Build the application; it opens no connection before its lifespan starts."""
    app = FastAPI(title="Demo", version="0.1.0", lifespan=lifespan)
    app.add_middleware(RequestIdMiddleware)
    register_error_handlers(app)
    app.include_router(api_router)
    return app


app = create_app()
