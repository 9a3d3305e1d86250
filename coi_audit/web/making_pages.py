"""A body made and changed by forms instead of an editor: who it is, its committees, their members."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk.bodies import KnownBody
from coi_audit.app.desk.body_file import BodyFile, open_body, save_body, with_committee, with_new_committee
from coi_audit.app.desk.body_form import AboutForm, NewBody, Period, about_of
from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.committee_form import committee_of
from coi_audit.app.desk.new_body import make_body
from coi_audit.app.desk.writing import ChangedMeanwhileError
from coi_audit.errors import UserError
from coi_audit.model.words import BodyKind, CoCommissioningKind, CommitteeKind, Role, SharedInterestPolicy
from coi_audit.web.body_forms import about_sent, committee_sent, new_body_sent
from coi_audit.web.form_words import COMMISSIONING, COMMITTEES, KINDS, POLICIES, ROLES
from coi_audit.web.forms import Form
from coi_audit.web.pages import body_page, page, session_of
from coi_audit.web.reach import KnownBodies, Opening, Read
from coi_audit.web.settings import Settings

router = APIRouter()
_CHOICES: dict[str, Any] = {
    "kinds": [(one.value, KINDS[one]) for one in BodyKind],
    "commissioning": [(one.value, COMMISSIONING[one]) for one in CoCommissioningKind],
    "committee_kinds": [(one.value, COMMITTEES[one]) for one in CommitteeKind],
    "policies": [(one.value, POLICIES[one]) for one in SharedInterestPolicy],
    "roles": [(one.value, ROLES[one]) for one in Role],
}


@router.get("/new")
def new(request: Request) -> Response:
    """The form of a new body."""
    empty = NewBody(AboutForm(periods=(Period(),)), "Primary Care Commissioning Committee")
    return _new_page(request, empty, {})


@router.post("/new")
def make(request: Request, form: Form, bodies: KnownBodies, settings: Opening) -> Response:
    """Make the body, and go on to its committee's members."""
    sent = new_body_sent(form)
    files = form.files("register")
    if sent.faults:
        return _new_page(request, sent, sent.faults, status=422)
    register = (files[0].filename or "register", files[0].file) if files else None
    try:
        made = make_body(bodies, sent, register=register, data=settings.data)
    except UserError as error:
        told = f"{error.problem} {error.fix}".strip() if register else str(error)
        return _new_page(request, sent, {"register": told}, status=422)
    guessed = " Its people stand below as members: check each role, and remove whoever does not sit on it."
    session_of(request).tell(f"{made.name} is made. Now its committee.{guessed if register else ''}")
    return RedirectResponse(f"/b/{made.key}/body/committees/0", 303)


def _new_page(request: Request, sent: NewBody, faults: dict[str, str], *, status: int = 200) -> Response:
    return page(request, "new.html", status, title="A new body", form=sent.about, new=sent, faults=faults, **_CHOICES)


@router.get("/b/{key}/body")
def about(request: Request, case: Read) -> Response:
    """Who the body is, and its committees."""
    found = open_body(case.folder)
    return _about_page(request, case, found, about_of(found.data))


@router.post("/b/{key}/body")
def save_about(request: Request, case: Read, form: Form, bodies: KnownBodies, settings: Opening) -> Response:
    """Save who the body is, or show one period more."""
    found = open_body(case.folder)
    sent = about_sent(form)
    if form.text("do") == "add-period":
        longer = AboutForm(sent.name, sent.kind, sent.ods_code, sent.guardian, (*sent.periods, Period()))
        return _about_page(request, case, found, longer, mark=form.text("mark"))
    if sent.faults:
        return _about_page(request, case, found, sent, mark=form.text("mark"), faults=sent.faults, status=422)
    try:
        _save(request, case, settings, sent.changes(found.data), mark=form.text("mark"))
    except ChangedMeanwhileError as error:
        return _about_page(request, case, found, sent, changed=error, status=409)
    known = case.known
    bodies.remember(KnownBody(known.folder, sent.name, known.as_of))
    return RedirectResponse(f"/b/{known.key}/body", 303)


def _about_page(
    request: Request, case: DeskCase, found: BodyFile, form: AboutForm, *, status: int = 200, **more: Any
) -> Response:
    shown = {"mark": found.mark, "faults": {}, "changed": None, **more}
    periods = form.periods or (Period(),)
    return body_page(
        request,
        case,
        "body_form.html",
        tab="papers",
        status=status,
        title="The body",
        form=form,
        periods=periods,
        standing=about_of(found.data),
        committees=[committee_of(one) for one in found.committees],
        organisations=len(case.case.body.organisations),
        unread=[one for one in case.case.rejected if one.file == found.path.name],
        **shown,
        **_CHOICES,
    )


@router.post("/b/{key}/body/committees")
def add_committee(request: Request, case: Read, form: Form, settings: Opening) -> Response:
    """Add a committee and go to its page."""
    found = open_body(case.folder)
    home = f"/b/{case.known.key}/body"
    name, kind = " ".join(form.text("committee").split())[:200], form.text("committee_kind")
    if not name or kind not in tuple(CommitteeKind):
        session_of(request).tell("Name the committee, and choose what kind it is.", problem=True)
        return RedirectResponse(f"{home}#add", 303)
    try:
        _save(
            request,
            case,
            settings,
            with_new_committee(found, {"name": name, "kind": kind, "members": []}),
            mark=form.text("mark"),
        )
    except ChangedMeanwhileError as error:
        session_of(request).tell(f"{error.problem} {error.fix}", problem=True)
        return RedirectResponse(f"{home}#add", 303)
    return RedirectResponse(f"{home}/committees/{len(found.committees)}", 303)


@router.get("/b/{key}/body/committees/{number}")
def committee(request: Request, case: Read, number: int) -> Response:
    """One committee: its rules and its members."""
    found = open_body(case.folder)
    form = committee_of(_entry(found, number))
    return _committee_page(request, case, found, number, form=form if form.members else form.with_member())


@router.post("/b/{key}/body/committees/{number}")
def save_committee(request: Request, case: Read, form: Form, number: int, settings: Opening) -> Response:
    """Save a committee; or show it with a row more or less, nothing being saved yet."""
    found = open_body(case.folder)
    do, sent = form.text("do"), committee_sent(form)
    mark = form.text("mark")
    if do == "add-member":
        return _committee_page(request, case, found, number, form=sent.with_member(), mark=mark, added=True)
    if do.startswith("remove-member-"):
        at = do.removeprefix("remove-member-")
        shorter = sent.without_member(int(at)) if at.isdecimal() else sent
        return _committee_page(request, case, found, number, form=shorter, mark=mark)
    if do == "remove":
        sure = form.text("sure") and len(found.committees) > 1
        faults = {} if sure else {"sure": "Tick the box to say that you mean it; one committee must stay"}
    else:
        faults = sent.faults
    if faults:
        return _committee_page(request, case, found, number, form=sent, mark=mark, faults=faults, status=422)
    entry = _entry(found, number)
    changes = with_committee(found, number, None if do == "remove" else sent.changes(entry))
    try:
        _save(request, case, settings, changes, mark=mark)
    except ChangedMeanwhileError as error:
        return _committee_page(request, case, found, number, form=sent, changed=error, status=409)
    return RedirectResponse(f"/b/{case.known.key}/body", 303)


def _entry(found: BodyFile, number: int) -> dict[str, Any]:
    if not 0 <= number < len(found.committees):
        raise HTTPException(404)
    return found.committees[number]


def _committee_page(
    request: Request, case: DeskCase, found: BodyFile, number: int, *, status: int = 200, **more: Any
) -> Response:
    standing = committee_of(_entry(found, number))
    shown = {"mark": found.mark, "faults": {}, "changed": None, "added": False, **more}
    return body_page(
        request,
        case,
        "committee.html",
        tab="papers",
        status=status,
        title=standing.name or "A committee",
        number=number,
        standing=standing,
        several=len(found.committees) > 1,
        **shown,
        **_CHOICES,
    )


def _save(request: Request, case: DeskCase, settings: Settings, changes: dict[str, Any], *, mark: str) -> None:
    before: Path = settings.data / "before" / case.known.key
    whole = save_body(case.folder, changes, mark=mark, before=before)
    told = f" It had to be written anew without its remarks; the version before is in {before}." if whole else ""
    session_of(request).tell(f"Saved.{told}")
