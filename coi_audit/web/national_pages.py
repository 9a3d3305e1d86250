"""Several bodies side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse, RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk.national import PAPERS, SideBySide
from coi_audit.app.national_body import NationalRequest
from coi_audit.model.assessment import ReadinessLevel
from coi_audit.report.national_view import opinion_mark, readiness_mark
from coi_audit.report.words import sentence, words
from coi_audit.web.forms import Form
from coi_audit.web.pages import fragment, fragment_wanted, page
from coi_audit.web.reach import KnownBodies, Opening, Today

router = APIRouter(prefix="/national")


def _side_by_side(request: Request) -> SideBySide:
    found = request.app.state.side_by_side
    assert isinstance(found, SideBySide)
    return found


_RANK = {level: rank for rank, level in enumerate(ReadinessLevel)}
Beside = Annotated[SideBySide, Depends(_side_by_side)]


@router.get("")
def national(request: Request, bodies: KnownBodies, beside: Beside) -> Response:
    """The bodies to choose from, how far a run is, and the last picture."""
    if fragment_wanted(request) and beside.progress.running:
        return fragment("national_part.html", progress=beside.progress)
    found = beside.found
    rows = [
        (one, readiness_mark(one), opinion_mark(one), _key(bodies, one.folder))
        for one in (found.bodies if found else ())
    ]
    common = [(sentence(words(one.severity)), one) for one in (found.common[:12] if found else ())]
    answer = page(
        request,
        "national.html",
        title="Side by side",
        bodies=bodies.all(),
        progress=beside.progress,
        found=found,
        rows=sorted(rows, key=lambda row: (_RANK.get(row[0].readiness, len(_RANK)), row[0].name)),
        common=common,
        papers=[name for name in PAPERS if beside.paper(name) is not None],
    )
    if fragment_wanted(request):  # the run has ended: the whole page is looked at anew
        answer.headers["HX-Refresh"] = "true"
    return answer


@router.post("")
def begin(form: Form, bodies: KnownBodies, beside: Beside, opening: Opening, today: Today) -> Response:
    """Audit the bodies that were ticked."""
    chosen = set(form.texts("body"))
    folders = [Path(one.folder) for one in bodies.all() if one.key in chosen]
    beside.begin(folders, NationalRequest(rules=opening.rules, organisations=opening.organisations, as_of=today))
    return RedirectResponse("/national", 303)


@router.get("/{name}")
def paper(name: str, beside: Beside) -> Response:
    """The summary as PDF or workbook."""
    path = beside.paper(name)
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, media_type=PAPERS[name], filename=name)


def _key(bodies: KnownBodies, folder: str) -> str:
    return next((one.key for one in bodies.all() if one.folder == folder), "")
