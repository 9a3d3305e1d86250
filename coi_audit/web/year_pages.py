"""The lead's view: a body's year, its findings to filter and to judge, the actions that follow."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk import kept as kept_
from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.year import (
    Filter,
    action_piles,
    actions_told,
    finding_of,
    findings_of,
    meeting_lines,
    told_apart,
)
from coi_audit.errors import UserError
from coi_audit.model.given import ActionState, Judgement, View
from coi_audit.model.kept import By
from coi_audit.report.assessment_view import assessment_view
from coi_audit.report.sections.given_view import judgement_words
from coi_audit.report.sections.matrix import legend, matrices
from coi_audit.report.sections.since_view import since_view
from coi_audit.report.tallies import tally
from coi_audit.report.words import opinion_words, period_of
from coi_audit.store.actions import Update
from coi_audit.web.forms import Form, Posted
from coi_audit.web.pages import body_page, fragment, fragment_wanted, session_of
from coi_audit.web.reach import Opening, Read, Today

router = APIRouter(prefix="/b/{key}/year")


Asked = Annotated[Filter, Depends()]


@router.get("")
def year(request: Request, case: Read, opening: Opening) -> Response:
    """The year in one look."""
    found = kept_.year_of(case, opening.store_address)
    audit = found.audit
    return body_page(
        request,
        case,
        "year.html",
        tab="year",
        title="The year",
        audit=audit,
        kept=found,
        opinion=opinion_words(audit),
        period=period_of(audit.scope),
        tallies=tally(audit),
        apart=told_apart(audit),
        areas=assessment_view(audit.assessment) if audit.assessment is not None else None,
        matrices=matrices(audit),
        legend=legend(),
        since=since_view(audit),
        meetings=meeting_lines(audit),
        who=session_of(request).who,
        actions_told=actions_told(audit),
    )


@router.get("/findings")
def findings(request: Request, case: Read, opening: Opening, asked: Asked) -> Response:
    """Findings by area, weight, person, meeting and words."""
    found = kept_.year_of(case, opening.store_address)
    shown = _findings_shown(case, found, asked)
    if fragment_wanted(request):
        return fragment("findings_part.html", key=case.known.key, **shown)
    return body_page(request, case, "findings.html", tab="year", title="Findings", **shown)


@router.get("/findings/{number}")
def finding(request: Request, case: Read, opening: Opening, number: str) -> Response:
    """One finding with all it rests on, to be judged."""
    return _finding_page(request, case, opening.store_address, number)


@router.post("/findings/{number}")
def judge(request: Request, case: Read, form: Form, opening: Opening, today: Today, number: str) -> Response:
    """Keep a judgement on a finding."""
    try:
        by = _by(request, form, opening.clock())
        view = form.text("view")
        if view not in set(View):
            raise UserError("it is not said whether you agree.", fix="choose one of the three.")
        given = Judgement(number, View(view), form.text("why"), by.actor, today)
        kept_.judge_finding(case, opening.store_address, given, by=by)
    except UserError as problem:
        return _finding_page(request, case, opening.store_address, number, problem=problem, form=form)
    session_of(request).tell(f"Kept: {judgement_words(given)}")
    return RedirectResponse(f"/b/{case.known.key}/year/findings/{number}", 303)


@router.post("/keep")
def keep(request: Request, case: Read, form: Form, opening: Opening, today: Today) -> Response:
    """Keep the papers and the audit as they are now."""
    kept = kept_.keep_papers(case, opening.store_address, on=today, by=_by(request, form, opening.clock()))
    told = "Kept: the papers and the audit as they are now." if kept.changed else "The papers were kept just so before."
    session_of(request).tell(told)
    return RedirectResponse(f"/b/{case.known.key}/year", 303)


@router.get("/actions")
def actions(request: Request, case: Read, opening: Opening) -> Response:
    """The actions that are followed, the overdue first."""
    found = kept_.year_of(case, opening.store_address)
    return body_page(
        request,
        case,
        "actions.html",
        tab="year",
        title="Actions",
        kept=found,
        actions_told=actions_told(found.audit),
        piles=action_piles(found.audit),
        states=tuple(ActionState),
        who=session_of(request).who,
    )


@router.post("/actions")
def take(request: Request, case: Read, form: Form, opening: Opening, today: Today) -> Response:
    """Make the recommendations actions to follow."""
    taken = kept_.take_plan(case, opening.store_address, on=today, by=_by(request, form, opening.clock()))
    session_of(request).tell(
        f"{len(taken.new)} new, {len(taken.changed)} with more findings, {taken.unchanged} as before."
    )
    return RedirectResponse(f"/b/{case.known.key}/year/actions", 303)


@router.post("/actions/{number}")
def change(request: Request, case: Read, form: Form, opening: Opening, today: Today, number: int) -> Response:
    """Give an action its owner, day and state."""
    update = _update(form)
    by = _by(request, form, opening.clock())
    done = kept_.change_action(case, opening.store_address, number, update, on=today, by=by)
    session_of(request).tell(f"Kept: action {done.number}.")
    return RedirectResponse(f"/b/{case.known.key}/year/actions", 303)


def _update(form: Posted) -> Update:
    written, state = form.text("due"), form.text("state")
    due = None
    if written:
        try:
            due = date.fromisoformat(written)
        except ValueError as error:
            raise UserError(f'"{written[:40]}" is not a day.', fix="write year, month and day: 2018-03-31.") from error
    if state not in set(ActionState):
        raise UserError("it is not said how far the action is.", fix="choose one of the three.")
    return Update(form.text("owner"), due, ActionState(state), form.text("remark"))


def _by(request: Request, form: Posted, at: Any) -> By:
    session = session_of(request)
    session.who = " ".join(form.text("who").split())[:120] or session.who
    if not session.who:
        raise UserError("it is not said who does this.", fix="write your name in the form.")
    return By(session.who, at, "at the desk")


def _findings_shown(case: DeskCase, found: kept_.KeptYear, asked: Filter) -> dict[str, Any]:
    listed = findings_of(found.audit, asked)
    chosen = {name: getattr(asked, name) for name in ("answer", "area", "weight", "person", "meeting", "words")}
    base = f"/b/{case.known.key}/year/findings"
    return {
        "found": listed,
        "asked": asked,
        "judged": {
            one.fingerprint: judgement_words(one) for one in (found.audit.kept.judgements if found.audit.kept else ())
        },
        "page_address": lambda number: f"{base}?{urlencode({**chosen, 'page': number})}",
    }


def _finding_page(
    request: Request,
    case: DeskCase,
    address: str,
    number: str,
    *,
    problem: UserError | None = None,
    form: Posted | None = None,
) -> Response:
    found = kept_.year_of(case, address)
    shown = finding_of(found.audit, number)
    if shown is None:
        raise HTTPException(404)
    given = found.audit.kept.judgement_on(number) if found.audit.kept else None
    return body_page(
        request,
        case,
        "finding.html",
        tab="year",
        status=422 if problem else 200,
        title=shown.title,
        found=shown,
        kept=found,
        given=judgement_words(given) if given else "",
        views=tuple(View),
        who=session_of(request).who,
        problem=problem,
        sent=form,
    )
