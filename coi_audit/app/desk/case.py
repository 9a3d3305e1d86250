"""One body at the desk: its papers, its rulebook and lists, and audits kept ready until the papers change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TypeVar

from coi_audit import __version__
from coi_audit.app.books import Books, knowledge_for, lists_of, load_books
from coi_audit.app.desk.bodies import KnownBody
from coi_audit.app.desk.shelf import Shelf
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request
from coi_audit.audit.what_if import audit_case
from coi_audit.model.audit import Audit
from coi_audit.model.case import Case
from coi_audit.readers.organisation_lists import ListsRead
from coi_audit.rulebook.types import Rulebook

T = TypeVar("T")
_KEPT = 24  # results of one body kept ready


class DeskCase:
    """What the pages of one body ask for. Everything is worked out anew once the papers on the disk are others."""

    def __init__(self, body: KnownBody, *, books: Books, organisations: Path | None, today: date) -> None:
        self.known = body
        self.as_of = body.day(today)
        self.shelf = Shelf(Path(body.folder))
        self._books = books
        self._organisations = organisations
        self._made: dict[object, object] = {}
        self._version = -1
        self._lock = Lock()

    @property
    def folder(self) -> Path:
        """The case folder."""
        return self.shelf.folder

    @property
    def case(self) -> Case:
        """The case as read. Raises `UserError` where the folder cannot be used."""
        return self.shelf.case()

    @property
    def rulebook(self) -> Rulebook:
        """The rules as they stand in the book, for citations."""
        return self.knowledge.rulebook

    @property
    def knowledge(self) -> Knowledge:
        """The rulebook and the lists for this body."""
        return self.once("knowledge", lambda: knowledge_for(self.case.body, books=self._books, lists=self._lists()))

    def audit(self) -> Audit:
        """Every meeting audited as on the desk's day."""
        return self.once("audit", lambda: self.audit_of(self.case, Request(self.as_of)))

    def meeting(self, day: date) -> Audit:
        """One meeting, as `check` gives it."""
        return self.once(("meeting", day), lambda: self.audit_of(self.case, Request(self.as_of, only=frozenset({day}))))

    def audit_of(self, case: Case, request: Request) -> Audit:
        """An audit of a case that may differ from the papers: what if somebody is not there?"""
        return audit_case(case, request=request, knowledge=self.knowledge, tool_version=__version__)

    def once(self, what: object, make: Callable[[], T]) -> T:
        """A result worked out once for the papers as they are; `what` names it."""
        with self._lock:
            if self._version != self.shelf.version:
                self._made.clear()
                self._version = self.shelf.version
            if what in self._made:
                return self._made[what]  # type: ignore[return-value]
            version = self._version
        made = make()
        with self._lock:
            if version == self._version:
                if len(self._made) >= _KEPT:
                    self._made.pop(next(iter(self._made)))
                self._made[what] = made
        return made

    def _lists(self) -> ListsRead | None:
        return self.once("lists", lambda: lists_of(self._organisations, self.as_of))


class DeskCases:
    """The bodies opened at this desk, each read once; `today` tells the day."""

    def __init__(self, *, rules: Path, organisations: Path | None, today: Callable[[], date]) -> None:
        self._rules = rules
        self._organisations = organisations
        self._today = today
        self._books: Books | None = None
        self._open: dict[KnownBody, DeskCase] = {}
        self._lock = Lock()

    def of(self, body: KnownBody) -> DeskCase:
        """The body's case, the same one for everybody who asks. Raises `RulebookError` where the rulebook is wrong."""
        with self._lock:
            self._books = self._books or load_books(self._rules)
            found = self._open.get(body)
            if found is None or found.as_of != body.day(self._today()):
                found = DeskCase(body, books=self._books, organisations=self._organisations, today=self._today())
                self._open[body] = found
            return found
