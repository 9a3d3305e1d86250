"""Every request passes here first: is it from this machine's own page, signed in, and of a size that can be read?"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from coi_audit.web.sessions import COOKIE, Sessions
from coi_audit.web.settings import Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

SAFE = frozenset({"GET", "HEAD"})
METHODS = SAFE | {"POST"}
OPEN_PATHS = ("/enter", "/static/")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),  # with "no-referrer" a form's own Origin would be sent as null
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), browsing-topics=()"),
)


class Refusal(Exception):  # noqa: N818 - no fault of the program
    """A request that is not let in: the status, and what to tell in plain words."""

    def __init__(self, status: int, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.status, self.problem, self.fix = status, problem, fix


class Doors:
    """ASGI middleware around the whole desk. `refused` makes the page that tells why somebody was not let in."""

    def __init__(
        self, app: App, *, settings: Settings, sessions: Sessions, refused: Callable[[Refusal], tuple[str, bytes]]
    ) -> None:
        self._app = app
        self._settings = settings
        self._sessions = sessions
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through with its session, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no page of ours asks for anything else
        out = _with_headers(send, cached=scope["path"].startswith("/static/"))
        try:
            self._look(scope)
            await self._app(scope, self._measured(receive), out)
        except Refusal as refusal:
            if refusal.status == 413:
                await self._let_pass(receive)
            await self._tell(refusal, out)
        except Exception:  # the page told of it, and the place was written down
            return  # going further up it would be logged with its message, which may be personal data

    def _look(self, scope: Scope) -> None:
        headers = _headers(scope["headers"])
        if headers.get("host") not in self._settings.hosts:
            raise Refusal(421, "this desk answers only to its own address on this machine.", "use the address printed.")
        if scope["method"] not in METHODS:
            raise Refusal(405, "no page of this desk is asked for in this way.", "go back and use the page's buttons.")
        if scope["method"] not in SAFE:
            self._own_page(headers)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._settings.limits.request:
            raise self._too_large()
        session = self._sessions.of(_cookie(headers.get("cookie", "")))
        if session is None and not scope["path"].startswith(OPEN_PATHS):
            raise Refusal(
                403,
                "you are not signed in here, or nothing was done for a while and you were signed out.",
                "in the window where coi-audit runs, press Enter: it opens the desk anew. What was saved is kept.",
            )
        scope.setdefault("state", {})["session"] = session

    def _own_page(self, headers: dict[str, str]) -> None:
        """A change is only taken from a page of this desk: browsers say where a form was sent from."""
        came = headers.get("origin") or headers.get("referer") or ""
        own = urlsplit(came).netloc in self._settings.hosts and urlsplit(came).scheme == "http"
        if not own or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Refusal(
                403,
                "this was not sent from a page of this desk; nothing was changed.",
                "open the page here and try again.",
            )

    def _measured(self, receive: Receive) -> Receive:
        limits, taken = self._settings.limits, 0

        async def measured() -> Message:
            nonlocal taken
            try:
                message = await asyncio.wait_for(receive(), limits.wait) if taken >= 0 else await receive()
            except TimeoutError:
                problem = f"nothing more came for {limits.wait:.0f} seconds; what had come was put aside and not kept."
                raise Refusal(408, problem, "send it again.") from None
            if message["type"] == "http.request":
                taken += len(message.get("body", b""))
                if taken > limits.request:
                    raise self._too_large()
                if not message.get("more_body", False):
                    taken = -1  # all has come: what is waited for from here on is the browser leaving
            return message

        return measured

    async def _let_pass(self, receive: Receive) -> None:
        """Take what is still on its way and throw it away: a browser reads an answer only once it has sent all."""
        left = 2 * self._settings.limits.request
        try:
            while left > 0:
                message = await asyncio.wait_for(receive(), self._settings.limits.wait)
                if message["type"] != "http.request" or not message.get("more_body", False):
                    return
                left -= len(message.get("body", b""))
        except TimeoutError:
            return

    def _too_large(self) -> Refusal:
        most = self._settings.limits.request // (1024 * 1024)
        return Refusal(
            413, f"that is more than {most} MB at once; nothing was kept.", "bring the papers in smaller groups."
        )

    async def _tell(self, refusal: Refusal, send: Send) -> None:
        kind, body = self._refused(refusal)
        headers = [(b"content-type", kind.encode()), (b"content-length", str(len(body)).encode())]
        if refusal.status in (408, 413):
            headers.append((b"connection", b"close"))
        await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def _with_headers(send: Send, *, cached: bool) -> Send:
    started = False

    async def with_headers(message: Message) -> None:
        nonlocal started
        if message["type"] == "http.response.start":
            if started:
                return  # a refusal in the middle of an answer: the connection ends there
            started = True
            keep = b"private, max-age=3600" if cached and message["status"] == 200 else b"no-store"
            message["headers"] = [*message.get("headers", ()), *HEADERS, (b"cache-control", keep)]
        await send(message)

    return with_headers


def _headers(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by name; one that is given twice counts as neither value, so that nothing can be smuggled beside it."""
    found: dict[str, str] = {}
    for name, value in pairs:
        key = name.decode("latin-1")
        found[key] = value.decode("latin-1") if key not in found else "\x00"
    return found


def _cookie(header: str) -> str | None:
    try:
        cookie = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return cookie.value if cookie is not None else None
