"""What a page reaches for by its address: one body, whose papers have been read."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from coi_audit.app.desk.case import DeskCase, DeskCases
from coi_audit.app.desk.shelf import Shelf
from coi_audit.web.at_hand import KnownBodies, Opening, Today, bodies_of

_PATIENCE = 0.25  # seconds a page waits for reading to end before it shows how far it is
_PATIENCE_WITH_A_FORM = 60.0  # what somebody filled in is not thrown away because papers are being read


class StillReading(Exception):  # noqa: N818 - no fault of the program
    """The papers are being read; the page comes when they are."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__("the papers are being read")
        self.shelf = shelf


def opened_case(request: Request, key: str) -> DeskCase:
    """The body of an address, its papers perhaps not read yet. Raises 404 for a body that the desk does not know."""
    known = bodies_of(request).by_key(key)
    if known is None:
        raise HTTPException(404)
    cases = request.app.state.cases
    assert isinstance(cases, DeskCases)
    return cases.of(known)


def read_case(request: Request, key: str) -> DeskCase:
    """The body of an address with its papers read. Raises `StillReading` while they are not."""
    found = opened_case(request, key)
    if not found.shelf.ready(_PATIENCE if request.method in ("GET", "HEAD") else _PATIENCE_WITH_A_FORM):
        raise StillReading(found.shelf)
    return found


Opened = Annotated[DeskCase, Depends(opened_case)]
Read = Annotated[DeskCase, Depends(read_case)]

__all__ = ["KnownBodies", "Opened", "Opening", "Read", "StillReading", "Today", "opened_case", "read_case"]
