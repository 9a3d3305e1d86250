"""The desk put together: doors, pages, and the answers to what goes wrong."""

from __future__ import annotations

import sys
import traceback
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from coi_audit import __version__
from coi_audit.app.desk.bodies import Bodies
from coi_audit.app.desk.case import DeskCases
from coi_audit.app.desk.national import SideBySide
from coi_audit.errors import UserError
from coi_audit.web.doors import Doors, Refusal
from coi_audit.web.pages import fragment_wanted, page, problem_page, refusal_page
from coi_audit.web.reach import StillReading
from coi_audit.web.routes import ROUTERS
from coi_audit.web.sessions import Sessions
from coi_audit.web.settings import Settings


class Desk:
    """A desk ready to be served: `app` answers requests, `sessions` gives the tokens that let a browser in."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.sessions = Sessions(settings.clock, idle=settings.limits.idle)
        self.pages = _pages(settings, self.sessions)
        self.app = Doors(self.pages, settings=settings, sessions=self.sessions, refused=refusal_page)

    def address(self) -> str:
        """An address that lets one browser in, once."""
        return f"http://{self.settings.hosts[0]}/enter?token={self.sessions.new_token()}"


def _pages(settings: Settings, sessions: Sessions) -> FastAPI:
    app = FastAPI(title="coi-audit desk", version=__version__, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.sessions = sessions
    app.state.bodies = Bodies(settings.data)
    app.state.cases = DeskCases(
        rules=settings.rules,
        organisations=settings.organisations,
        today=lambda: settings.clock().astimezone().date(),
    )
    app.state.side_by_side = SideBySide(settings.data / "side-by-side")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(UserError, _problem)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(StillReading, _reading)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(Exception, _failed)
    return app


def _problem(request: Request, error: Any) -> Response:
    return problem_page(request, error)


def _refused(request: Request, error: Any) -> Response:
    return page(request, "refused.html", error.status, title="That was not done", refusal=error)


def _reading(request: Request, error: Any) -> Response:
    """The papers are being read: a page that tells how far, and goes on to what was asked for."""
    back = request.url.path + (f"?{request.url.query}" if request.url.query and request.method == "GET" else "")
    part = fragment_wanted(request) and request.headers.get("hx-target") == "reading"
    shown = {"title": "Reading the papers", "progress": error.shelf.progress, "again": back}
    return page(request, "reading_part.html" if part else "reading.html", 200, **shown)


def _not_understood(request: Request, error: Any) -> Response:
    told = UserError("this address is not one of the desk's pages.", fix="go back to the start.")
    return problem_page(request, told, status=404)


def _not_there(request: Request, error: Any) -> Response:
    if error.status_code == 405:
        told = UserError("this page cannot be asked for in that way.", fix="go back and use the page's buttons.")
    else:
        told = UserError("there is no such page, or what it showed is gone.", fix="go back to the start.")
    return problem_page(request, told, status=error.status_code)


def _failed(request: Request, error: Any) -> Response:
    """A fault of the program: where it was goes to the window, without the values, which may be personal data."""
    places = [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__)]
    sys.stderr.write("\n".join([f"{type(error).__name__} in answering a page:", *places[-8:], ""]))
    told = UserError(
        "the program failed on this page. What was saved before is kept.",
        fix="go back and try again; if it happens again, report what the window of coi-audit shows.",
    )
    return problem_page(request, told, status=500)
