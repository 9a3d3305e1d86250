"""The papers of a body: brought in, listed with what each was taken for, moved, taken out and put back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.filing import Filing
from coi_audit.app.desk.held import Putting
from coi_audit.app.desk.incoming import Brought, Outcome, Places, bring
from coi_audit.app.desk.papers import OWN_FILES, meeting_folders, new_meeting, papers_of, reading_by_key, wanted_place
from coi_audit.errors import UserError
from coi_audit.report.words import count, listed
from coi_audit.web.forms import Form, Posted
from coi_audit.web.pages import body_page, session_of
from coi_audit.web.paper_words import KIND_WORDS
from coi_audit.web.reach import Opened, Opening, Read
from coi_audit.web.sessions import Session
from coi_audit.web.settings import MEGABYTE, Settings

router = APIRouter(prefix="/b/{key}/papers")


def putting_of(case: DeskCase, settings: Settings) -> Putting:
    """What the desk keeps beside the body's folder."""
    return Putting(settings.data, case.known.key, case.folder)


@router.get("")
def papers(request: Request, case: Read, settings: Opening) -> Response:
    """Every paper, what it was taken for, and the form that brings more."""
    return _page(request, case, settings)


@router.post("")
def take(request: Request, case: Opened, form: Form, settings: Opening) -> Response:
    """Let papers in; they are read afterwards, with progress."""
    try:
        meeting = _meeting_chosen(form, case)
    except UserError as error:
        return RedirectResponse(_told(request, case, error), 303)
    putting = putting_of(case, settings)
    places = Places(case.folder, putting.waiting, meeting=meeting, most=settings.limits.file)
    brought = bring((*form.files("papers"), *form.files("folder")), places)
    kept = frozenset(one.path for one in brought if one.outcome is Outcome.KEPT)
    if kept:
        case.shelf.file_away(Filing(case.folder, putting.waiting, kept))
    _tell(session_of(request), brought)
    return RedirectResponse(f"/b/{case.known.key}/papers", 303)


@router.post("/held")
def held(request: Request, case: Opened, form: Form, settings: Opening) -> Response:
    """Say which of two papers of one name counts."""
    putting = putting_of(case, settings)
    number = form.text("number")
    try:
        match form.text("do"):
            case "replace":
                said = f"{putting.replace(number)} is the new one. The one before is under “Taken out”."
            case "both":
                said = f"Both are kept; the new one is {putting.keep_both(number)}."
            case "drop":
                said = f"{putting.drop(number)} stays as it was. The other is under “Taken out”."
            case _:
                raise UserError("nothing was chosen.", fix="use one of the buttons.")
    except UserError as error:
        return RedirectResponse(_told(request, case, error), 303)
    session_of(request).tell(said)
    return RedirectResponse(f"/b/{case.known.key}/papers", 303)


@router.post("/back")
def back(request: Request, case: Opened, form: Form, settings: Opening) -> Response:
    """Put a paper back that was taken out."""
    try:
        path = putting_of(case, settings).put_back(form.text("number"))
    except UserError as error:
        return RedirectResponse(_told(request, case, error), 303)
    session_of(request).tell(f"{path} is back.")
    return RedirectResponse(f"/b/{case.known.key}/papers", 303)


@router.post("/{paper}/move")
def move(request: Request, case: Read, form: Form, paper: str, settings: Opening) -> Response:
    """Put a paper beside those of another meeting."""
    path = _path(case, paper)
    try:
        wanted = wanted_place(path, _meeting_chosen(form, case), meeting_folders(case))
        where = putting_of(case, settings).move(path, wanted)
    except UserError as error:
        return RedirectResponse(_told(request, case, error), 303)
    session_of(request).tell(f"The paper is now {where}.")
    return RedirectResponse(f"/b/{case.known.key}/papers", 303)


@router.post("/{paper}/remove")
def remove(request: Request, case: Read, form: Form, paper: str, settings: Opening) -> Response:
    """Take a paper out; it is kept and can be put back."""
    path = _path(case, paper)
    try:
        putting_of(case, settings).remove(path)
    except UserError as error:
        return RedirectResponse(_told(request, case, error), 303)
    session_of(request).tell(f"{path} was taken out. It is kept below, under “Taken out”.")
    return RedirectResponse(f"/b/{case.known.key}/papers", 303)


def _page(request: Request, case: DeskCase, settings: Settings) -> Response:
    putting = putting_of(case, settings)
    shelved = papers_of(case)
    every = [one for each in shelved for one in each.papers]
    return body_page(
        request,
        case,
        "papers.html",
        tab="papers",
        title="Papers",
        shelved=shelved,
        every=every,
        to_look_at=[one for one in every if not one.whole],
        adrift=[one for one in every if one.adrift or one.kind == "unknown"],
        held=putting.held,
        removed=putting.removed,
        meetings=meeting_folders(case),
        committees=[one.name for one in case.case.body.committees],
        kind_words=KIND_WORDS,
        most=settings.limits.file // MEGABYTE,
        parts=settings.limits.parts,
        links=[one for one in case.case.rejected if one.file not in {line.path for line in every} | set(OWN_FILES)],
    )


def _path(case: DeskCase, paper: str) -> str:
    reading = reading_by_key(case, paper)
    if reading is None or reading.path in OWN_FILES:
        raise HTTPException(404)
    return reading.path


def _meeting_chosen(form: Posted, case: DeskCase) -> str:
    """The folder under meetings/ that was chosen for the papers; "" where each tells by itself."""
    chosen = form.text("meeting")
    if chosen == "new":
        return new_meeting(form.text("day"), form.text("committee"), case.case.body)
    if chosen and chosen != "top":
        wanted_place("paper", chosen, ())
    return "" if chosen == "top" else chosen


def _told(request: Request, case: DeskCase, error: UserError) -> str:
    fix = f" {error.fix[:1].upper()}{error.fix[1:]}" if error.fix else ""
    session_of(request).tell(f"Not done: {error.problem}{fix}", problem=True)
    return f"/b/{case.known.key}/papers"


def _tell(session: Session, brought: Sequence[Brought]) -> None:
    by = Counter(one.outcome for one in brought)
    if not brought:
        session.tell("No paper was chosen.", problem=True)
    if by[Outcome.KEPT]:
        session.tell(f"{count(by[Outcome.KEPT], 'paper')} came in.")
    if by[Outcome.SAME]:
        session.tell(f"{count(by[Outcome.SAME], 'paper')} lay here already, the same to the letter.")
    refused: dict[str, list[str]] = {}
    for one in brought:
        if one.outcome is Outcome.REFUSED:
            refused.setdefault(one.why, []).append(one.name)
    for why, names in refused.items():  # every one by its name, those refused alike in one sentence
        session.tell(f"{listed(names)} {'was' if len(names) == 1 else 'were each'} not taken: {why}", problem=True)
