"""One body's first page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from coi_audit.web.pages import body_page
from coi_audit.web.reach import Read, Today

router = APIRouter()


@router.get("/b/{key}")
def body(request: Request, case: Read, today: Today) -> Response:
    """One body: its meetings, its papers, what is open."""
    meetings = sorted({(one.on, one.committee) for one in case.case.meetings}, reverse=True)
    title = case.case.body.name
    return body_page(request, case, "body.html", tab="meetings", title=title, meetings=meetings, today=today)
