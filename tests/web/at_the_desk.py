"""A desk really served on a free port, and somebody at it without a browser's window."""

from __future__ import annotations

import re
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from coi_audit import paths
from coi_audit.web.desk import Desk
from coi_audit.web.listening import listen, server_settings
from coi_audit.web.settings import Limits, Settings

SAMPLE_MEETING = "2018-02-06"
_MARK = re.compile(r'name="csrf" value="([^"]+)"')


class Clock:
    """A clock that tests can put forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class Somebody:
    """A browser without a window: keeps its cookie, sends forms with the page's own mark."""

    def __init__(self, desk: Desk, base: str) -> None:
        self.desk = desk
        self.base = base
        self.client = httpx.Client(base_url=base, follow_redirects=True, timeout=60)
        self.mark = ""

    def sign_in(self) -> Somebody:
        token = self.desk.address().rpartition("token=")[2]
        self._remember(self.client.get("/enter", params={"token": token}))
        return self

    def get(self, path: str, **more: Any) -> httpx.Response:
        """A page; waits while the papers are being read."""
        for _ in range(600):
            answer = self.client.get(path, **more)
            if 'id="reading"' not in answer.text:
                break
            time.sleep(0.05)
        self._remember(answer)
        return answer

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> httpx.Response:
        """A form as a page of the desk sends it."""
        headers = {"origin": self.base, **more.pop("headers", {})}
        answer = self.client.post(path, data={"csrf": self.mark, **(data or {})}, headers=headers, **more)
        self._remember(answer)
        return answer

    def _remember(self, answer: httpx.Response) -> None:
        found = _MARK.search(answer.text)
        self.mark = found.group(1) if found else self.mark


class Served:
    """A desk and the server that serves it."""

    def __init__(self, data: Path, *, limits: Limits | None = None, store: str | None = None) -> None:
        self.clock = Clock()
        listening = listen(0)
        settings = Settings(
            port=listening.getsockname()[1],
            data=data,
            rules=paths.rules_folder(),
            organisations=None,
            clock=self.clock,
            store=store,
            limits=limits or Limits(),
        )
        self.desk = Desk(settings)
        self.base = f"http://127.0.0.1:{settings.port}"
        self._server = uvicorn.Server(server_settings(self.desk.app))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def somebody(self) -> Somebody:
        """Somebody who is not signed in yet."""
        return Somebody(self.desk, self.base)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
