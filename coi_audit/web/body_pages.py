"""One body's first page, and how far its papers are read."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from coi_audit.app.desk.diary import diary_of
from coi_audit.app.desk.shelf import Shelf
from coi_audit.web.pages import body_page, fragment, fragment_wanted
from coi_audit.web.reach import Opened, Read

router = APIRouter()


def reading_shown(shelf: Shelf, key: str, back: str) -> dict[str, Any]:
    """What the page that tells how far reading is shows; `back` is the address that was asked for."""
    look = f"/b/{key}/reading?{urlencode({'back': back})}"
    return {"title": "Reading the papers", "progress": shelf.progress, "again": back, "look": look}


@router.get("/b/{key}/reading")
def reading(request: Request, case: Opened, key: str, back: str = "") -> Response:
    """How far reading is, for the page's own script; once it is done the browser is sent to what was asked for."""
    home = f"/b/{key}"
    wanted = back if back == home or back.startswith((f"{home}/", f"{home}?")) else home
    if not case.shelf.ready(0):
        return fragment("reading_part.html", **reading_shown(case.shelf, key, wanted))
    if fragment_wanted(request):
        return Response(status_code=200, headers={"HX-Redirect": quote(wanted, safe="/?&=%+#:,")})
    return RedirectResponse(wanted, 303)


@router.get("/b/{key}")
def body(request: Request, case: Read) -> Response:
    """One body: its next meeting, the others, its papers."""
    diary = case.once("diary", lambda: diary_of(case.case, case.as_of))
    return body_page(request, case, "body.html", tab="meetings", title=case.case.body.name, diary=diary)
