"""One paper: as it stands beside what was understood of it, what is doubtful first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.incoming import Outcome, Places, bring_instead
from coi_audit.app.desk.paper_keys import anchor_of, paper_key, place_in
from coi_audit.app.desk.paper_page import Part, page_picture, ref_of, standing
from coi_audit.app.desk.papers import OWN_FILES, read_result, reading_by_key
from coi_audit.app.desk.questions import about_rows, mark_of_answer, place_key, round_of
from coi_audit.errors import UserError
from coi_audit.model.answers import DONT_KNOW, Question
from coi_audit.model.reading import Reading
from coi_audit.report.read_words import Reading as Understood
from coi_audit.report.read_words import Record, reading_of
from coi_audit.web.forms import Form
from coi_audit.web.pages import body_page, session_of
from coi_audit.web.paper_words import KIND_WORDS
from coi_audit.web.papers_pages import putting_of
from coi_audit.web.reach import Opening, Read

router = APIRouter(prefix="/b/{key}/papers/{paper}")
_SHOWN = 60  # records of one list shown before somebody asks for all


def _paper(case: DeskCase, paper: str) -> Reading:
    reading = reading_by_key(case, paper)
    if reading is None:
        raise HTTPException(404)
    return reading


def _part(sheet: str = "", page: int = 1, first: int = 0, at: str = "") -> Part:
    return Part(sheet, page, first, at)


@router.get("")
def paper(
    request: Request, case: Read, paper: str, part: Annotated[Part, Depends(_part)], whole: bool = False
) -> Response:
    """The paper as it stands beside what was understood."""
    reading = _paper(case, paper)
    stands = standing(case.folder / reading.path, case.folder, part)
    understood = case.once(("understood", reading.path), lambda: reading_of(read_result(case, reading)))
    kind = reading.input.kind if reading.input is not None else "ignored"
    found = round_of(case, quick=True)
    asker = _asker(case, reading.path)
    doubtful = sorted(understood.doubtful, key=lambda one: asker(one) is None)
    return body_page(
        request,
        case,
        "paper.html",
        tab="papers",
        title=reading.path.rpartition("/")[2],
        paper=paper_key(reading.path),
        kind=KIND_WORDS.get(kind, kind),
        own=reading.path in OWN_FILES,
        reading=understood,
        standing=stands,
        marked=_marked(reading.path, understood, stands.sheet),
        place=lambda words: place_in(ref_of(reading.path, words)) if words else "",
        question_at=asker,
        doubtful=doubtful,
        mark_of=lambda question: mark_of_answer(found.answer_to(question)),
        answer_of=found.answer_to,
        dont_know=DONT_KNOW,
        at=part.at,
        shown=len(understood.certain) + len(doubtful) if whole else _SHOWN,
    )


@router.get("/page/{number}.png")
def picture(case: Read, paper: str, number: int) -> Response:
    """One page of a PDF as a picture."""
    reading = _paper(case, paper)
    try:
        made = page_picture(case.folder / reading.path, number)
    except (UserError, OSError) as error:
        raise HTTPException(404) from error
    if made is None:
        raise HTTPException(404)
    return Response(made, media_type="image/png")


@router.post("/instead")
def instead(request: Request, case: Read, form: Form, paper: str, settings: Opening) -> Response:
    """Bring a corrected copy; the one before is taken out and kept."""
    reading = _paper(case, paper)
    session = session_of(request)
    files = form.files("papers")
    home = f"/b/{case.known.key}/papers"
    if reading.path in OWN_FILES:
        raise HTTPException(404)
    if not files:
        session.tell("No paper was chosen.", problem=True)
        return RedirectResponse(f"{home}/{paper}", 303)
    putting = putting_of(case, settings)
    places = Places(case.folder, putting.waiting, most=settings.limits.file)
    brought = bring_instead(files[0], reading.path, places, putting.remove)
    if brought.outcome is not Outcome.KEPT:
        why = brought.why or "it is the same to the letter."
        session.tell(f"{brought.name} was not taken: {why}", problem=True)
        return RedirectResponse(f"{home}/{paper}", 303)
    session.tell(f"{brought.path} is the corrected copy. The one before is kept under “Taken out”.")
    return RedirectResponse(f"{home}/{paper_key(brought.path)}", 303)


def _marked(file: str, understood: Understood, sheet: str) -> dict[str, str]:
    """The rows of the paper that somebody should look at, by their marks: "unread" or "doubt"."""
    marks = {}
    for words, mark in (
        *((one.place, "doubt") for one in understood.doubtful),
        *((one.place, "unread") for one in understood.unread),
    ):
        ref = ref_of(file, words)
        if (ref.sheet or sheet) == sheet and anchor_of(ref):
            marks[anchor_of(ref)] = mark
    return marks


def _asker(case: DeskCase, file: str) -> Callable[[Record], Question | None]:
    asked = about_rows(case, file)
    return lambda record: asked.get(place_key(ref_of(file, record.place)))
