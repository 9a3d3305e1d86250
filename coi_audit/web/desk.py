"""The desk put together: the doors, the first pages at once, and all others as soon as the program is loaded."""

from __future__ import annotations

import asyncio
from threading import Lock, Thread

from fastapi import FastAPI

from coi_audit import __version__
from coi_audit.app.desk.bodies import Bodies
from coi_audit.app.desk.workshop import Workshop
from coi_audit.web import files_pages, start_pages
from coi_audit.web.answers import add_answers
from coi_audit.web.doors import App, Doors, Receive, Scope, Send
from coi_audit.web.pages import refusal_page
from coi_audit.web.sessions import Sessions
from coi_audit.web.settings import Settings

_FIRST = (files_pages.router, start_pages.router)
_FIRST_PATHS = ("/", "/enter", "/leave", "/me", "/open", "/forget")


class Desk:
    """A desk ready to be served: `app` answers requests, `sessions` gives the tokens that let a browser in."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.sessions = Sessions(settings.clock, idle=settings.limits.idle)
        self.bodies = Bodies(settings.data)
        self._first = self._bare()
        for router in _FIRST:
            self._first.include_router(router)
        self._whole: FastAPI | None = None
        self._lock = Lock()
        self.app: App = Doors(self._answer, settings=settings, sessions=self.sessions, refused=refusal_page)

    def address(self) -> str:
        """An address that lets one browser in, once."""
        return f"http://{self.settings.hosts[0]}/enter?token={self.sessions.new_token()}"

    @property
    def pages(self) -> FastAPI:
        """The desk with all its pages; loads the program where that was not done yet."""
        with self._lock:
            if self._whole is None:
                from coi_audit.web.whole import furnish

                self._whole = furnish(self._bare(), self.settings)
            return self._whole

    def _bare(self) -> FastAPI:
        app = FastAPI(title="coi-audit desk", version=__version__, docs_url=None, redoc_url=None)
        app.state.settings = self.settings
        app.state.sessions = self.sessions
        app.state.bodies = self.bodies
        app.state.workshop = Workshop()
        add_answers(app)
        return app

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The first pages do without the program; the rest is loaded once the first of them was sent."""
        path = scope.get("path", "")
        if self._whole is not None:
            await self._whole(scope, receive, send)
        elif scope["type"] == "lifespan" or path in _FIRST_PATHS or path.startswith("/static/"):
            await self._first(scope, receive, send)
            if path == "/":
                Thread(target=lambda: self.pages, name="loading", daemon=True).start()
        else:
            whole = await asyncio.to_thread(lambda: self.pages)
            await whole(scope, receive, send)
