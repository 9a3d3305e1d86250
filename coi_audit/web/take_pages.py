"""Taking it away: pack, report and registers, made in the background and handed over when they are ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from starlette.exceptions import HTTPException

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.taken import PACK, PACK_WORD, TITLES, Make, body_maker, pack_maker
from coi_audit.app.desk.what_if import what_if_of
from coi_audit.app.desk.workshop import Workshop
from coi_audit.errors import UserError
from coi_audit.web.meeting_pages import Day, address_of
from coi_audit.web.pages import body_page, fragment, fragment_wanted
from coi_audit.web.reach import Opening, Read

router = APIRouter(prefix="/b/{key}")

_PATIENCE = 1.0  # seconds before a page says that the paper is being made
_KINDS = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".html": "text/html; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper asked for: its kind, what it is made of, its name when saved, the page to go back to."""

    kind: str
    made_of: tuple[object, ...]
    name: str
    back: str

    @property
    def ending(self) -> str:
        """ ".pdf" ..."""
        return f".{self.kind.rpartition('.')[2]}"


def workshop_of(request: Request) -> Workshop:
    """Where papers are made."""
    workshop = request.app.state.workshop
    assert isinstance(workshop, Workshop)
    return workshop


Papers = Annotated[Workshop, Depends(workshop_of)]


@router.get("/meetings/{day}/pack.{ending}")
def pack(request: Request, case: Read, day: Day, ending: str, papers: Papers) -> Response:
    """The day's pack, with what the address tries out."""
    kind = f"pack.{ending}"
    if kind not in (PACK, PACK_WORD):
        raise HTTPException(404)
    what_if = what_if_of(request.query_params.multi_items())
    tried = " tried out" if what_if else ""
    wanted = Wanted(kind, (day, what_if), f"pack {day.isoformat()}{tried}", address_of(case, day, what_if))
    return _handed(request, case, papers, wanted, pack_maker(case, kind, day, what_if))


@router.get("/report.{ending}")
def report(request: Request, case: Read, ending: str, papers: Papers, settings: Opening) -> Response:
    """The body's report, every meeting of it."""
    return _of_body(request, case, f"report.{ending}", papers, settings)


@router.get("/registers.xlsx")
def registers(request: Request, case: Read, papers: Papers, settings: Opening) -> Response:
    """The body's registers, for its own use."""
    return _of_body(request, case, "registers.xlsx", papers, settings)


def _of_body(request: Request, case: DeskCase, kind: str, papers: Workshop, settings: Opening) -> Response:
    if kind not in TITLES:
        raise HTTPException(404)
    name = f"{kind.partition('.')[0]} as at {case.as_of.isoformat()}"
    wanted = Wanted(kind, (case.as_of,), name, f"/b/{case.known.key}/year")
    return _handed(request, case, papers, wanted, body_maker(case, kind, settings.rules))


def _handed(request: Request, case: DeskCase, papers: Workshop, wanted: Wanted, make: Make) -> Response:
    """The file itself; a page that waits for it; and, where somebody waited, a page that it can be taken from."""
    waiting = request.query_params.get("waiting") == "1"
    what = (case.known.key, case.shelf.version, wanted.kind, wanted.made_of)
    name = wanted.kind
    part = fragment_wanted(request) and request.headers.get("hx-target") == "making"
    try:
        made = papers.paper(what, make, name=name, wait=0.2 if waiting else _PATIENCE)
    except UserError as error:
        if not part:
            raise
        return fragment("making_part.html", problem=error, back=wanted.back)
    if made is not None and not waiting:
        return _file(case, wanted, made)
    own = [(key, value) for key, value in request.query_params.multi_items() if key != "waiting"]
    shown: dict[str, Any] = {
        "paper": TITLES[wanted.kind],
        "size": None if made is None else max(1, round(len(made) / 1024)),
        "file": f"{request.url.path}{'?' + urlencode(own) if own else ''}",
        "again": f"{request.url.path}?{urlencode([*own, ('waiting', '1')])}",
        "back": wanted.back,
        "kind": wanted.ending.removeprefix(".").upper(),
    }
    if part:
        return fragment("making_part.html", **shown)
    title = f"{'Ready' if made is not None else 'Being made'}: {TITLES[wanted.kind]}"
    return body_page(request, case, "making.html", tab="meetings", title=title, **shown)


def _file(case: DeskCase, wanted: Wanted, made: bytes) -> Response:
    plain = "".join(
        sign if sign.isascii() and (sign.isalnum() or sign in " -") else " " for sign in case.case.body.name
    )
    name = f"{' '.join(plain.split())[:60]} {wanted.name}".strip()
    headers = {"content-disposition": f'attachment; filename="{name}{wanted.ending}"'}
    return Response(made, media_type=_KINDS[wanted.ending], headers=headers)
