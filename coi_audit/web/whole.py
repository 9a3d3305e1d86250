"""The desk with all its pages, and all of the program behind them."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request, Response

from coi_audit.app.desk.case import DeskCases
from coi_audit.app.desk.national import SideBySide
from coi_audit.web.body_pages import reading_shown
from coi_audit.web.pages import page
from coi_audit.web.reach import StillReading
from coi_audit.web.routes import ROUTERS
from coi_audit.web.settings import Settings


def furnish(app: FastAPI, settings: Settings) -> FastAPI:
    """Give an app that has its state and answers the pages, and what they are worked out with."""
    app.state.cases = DeskCases(
        rules=settings.rules,
        organisations=settings.organisations,
        today=lambda: settings.clock().astimezone().date(),
    )
    app.state.side_by_side = SideBySide(settings.data / "side-by-side")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(StillReading, _reading)
    return app


def _reading(request: Request, error: Any) -> Response:
    """The papers are being read: a page that tells how far, and goes on to what was asked for."""
    asked = request.method in ("GET", "HEAD")
    back = request.url.path + (f"?{request.url.query}" if request.url.query and asked else "")
    return page(request, "reading.html", 200, **reading_shown(error.shelf, str(request.path_params["key"]), back))
