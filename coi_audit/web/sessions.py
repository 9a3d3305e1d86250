"""Who is at the desk: an address that lets in once, and a session that ends when nobody is there any more."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

COOKIE = "coi_desk"


@dataclass(slots=True)
class Session:
    """One browser let in. `who` signs answers and rulings; `csrf` stands in every form; `told` is shown once."""

    csrf: str
    seen: datetime
    who: str = ""
    told: list[tuple[str, bool]] = field(default_factory=list)

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence at the top of the next page; `problem` where it says that something was not done."""
        self.told.append((sentence, problem))

    def take_told(self) -> list[tuple[str, bool]]:
        """What is to be shown now; it is not shown again."""
        told, self.told = self.told, []
        return told


class Sessions:
    """Tokens and sessions in memory alone: whoever stops the program signs everybody out."""

    def __init__(self, clock: Callable[[], datetime], *, idle: float) -> None:
        self._clock = clock
        self._idle = idle
        self._tokens: set[str] = set()
        self._open: dict[str, Session] = {}
        self._lock = Lock()

    def new_token(self) -> str:
        """A token for one opened address."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens.add(token)
        return token

    def enter(self, token: str) -> str | None:
        """The session's number for a token that was not used yet; None for any other."""
        with self._lock:
            known = next((one for one in self._tokens if hmac.compare_digest(one.encode(), token.encode())), None)
            if known is None:
                return None
            self._tokens.discard(known)
            number = secrets.token_urlsafe(32)
            self._open[number] = Session(csrf=secrets.token_urlsafe(32), seen=self._clock())
            return number

    def of(self, number: str | None) -> Session | None:
        """The session, if it is open and not idle for too long; looking at it keeps it open."""
        if not number:
            return None
        now = self._clock()
        with self._lock:
            session = self._open.get(number)
            if session is None:
                return None
            if (now - session.seen).total_seconds() > self._idle:
                del self._open[number]
                return None
            session.seen = now
            return session

    def end(self, number: str | None) -> None:
        """Sign out."""
        with self._lock:
            self._open.pop(number or "", None)
