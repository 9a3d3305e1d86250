"""The open questions, one at a time, and every answer given so far."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.paper_keys import place_in
from coi_audit.app.desk.questions import OTHER_WORDS, GivenAnswer, Kept, Round, keep, mark_of_answer, round_of
from coi_audit.errors import UserError
from coi_audit.model.answers import DONT_KNOW, Question
from coi_audit.model.evidence import SourceRef
from coi_audit.report.answers_view import KIND_WORDS, STATE_WORDS
from coi_audit.web.forms import Form, Posted
from coi_audit.web.pages import body_page, session_of
from coi_audit.web.reach import Read, Today

router = APIRouter(prefix="/b/{key}/questions")


@router.get("")
def questions(request: Request, case: Read) -> Response:
    """Every open question in a list, and the answers given."""
    found = round_of(case)
    return body_page(
        request,
        case,
        "questions.html",
        tab="questions",
        title="Questions",
        round=found,
        known={one.id for one in found.asking.put},
        left_aside=found.asking.not_understood,
        kind_words=KIND_WORDS,
        state_words=STATE_WORDS,
    )


@router.get("/{number}")
def question(request: Request, case: Read, number: str, back: str = "") -> Response:
    """One question with its evidence and the answers offered."""
    found, asked = _asked(case, number)
    return _page(request, case, found, asked, back=back)


@router.post("/{number}")
def answer(request: Request, case: Read, form: Form, number: str, today: Today) -> Response:
    """Keep an answer and go on to the next question."""
    found, asked = _asked(case, number)
    back = form.text("back")
    if form.text("do") == "skip":
        return RedirectResponse(_onward(case, found, asked, back), 303)
    session = session_of(request)
    session.who = " ".join(form.text("who").split())[:120] or session.who
    given = _given(form, session.who)
    try:
        kept = keep(case, asked, given, on=today)
    except UserError as error:
        return _page(request, case, found, asked, status=422, given=given, problem=error, back=back)
    if kept.meanwhile is not None or (not kept.said and kept.meanwhile is None):
        return _page(request, case, found, asked, status=409, given=given, meanwhile=kept, back=back)
    session.tell(f"{asked.asks} {kept.said}")
    return RedirectResponse(_onward(case, found, asked, back), 303)


def _asked(case: DeskCase, number: str) -> tuple[Round, Question]:
    """The round and the question of that number; one that an answer has only just raised is looked for too."""
    for quick in (True, False):
        found = round_of(case, quick=quick)
        asked = found.by_id(number)
        if asked is not None:
            return found, asked
    raise HTTPException(404)


def _given(form: Posted, who: str) -> GivenAnswer:
    return GivenAnswer(
        choice=OTHER_WORDS if form.text("answer") == "other" else form.text("answer").removeprefix("="),
        words=form.text("words"),
        by=who,
        remark=form.text("remark"),
        mark=form.text("mark"),
    )


def _onward(case: DeskCase, found: Round, asked: Question, back: str) -> str:
    """The page that comes next: the one somebody came from, the next question, or the list."""
    home = f"/b/{case.known.key}"
    if back.startswith(f"{home}/papers/") and "//" not in back and "\\" not in back:
        return back
    following = found.next_after(asked)
    return f"{home}/questions/{following.id}" if following is not None else f"{home}/questions"


def _page(
    request: Request, case: DeskCase, found: Round, asked: Question, *, status: int = 200, back: str = "", **shown: Any
) -> Response:
    problem: UserError | None = shown.get("problem")
    kept: Kept | None = shown.get("meanwhile")
    standing = kept.meanwhile if kept is not None else found.answer_to(asked)
    return body_page(
        request,
        case,
        "question.html",
        tab="questions",
        status=status,
        title=asked.asks,
        problem=problem,
        question=asked,
        round=found,
        place=found.place_of(asked),
        total=len(found.all),
        before=found.before(asked),
        standing=standing,
        changed=kept is not None,
        mark=mark_of_answer(standing),
        given=shown.get("given"),
        other=OTHER_WORDS,
        dont_know=DONT_KNOW,
        kind=KIND_WORDS[asked.kind],
        address_of=_addresses(case),
        back=back,
    )


def _addresses(case: DeskCase) -> Callable[[SourceRef], str]:
    """Where the desk shows the place that something was read; "" where the paper is not among those read."""
    known = {one.path for one in case.shelf.papers()}
    return lambda ref: f"/b/{case.known.key}/papers/{place_in(ref)}" if ref.file in known else ""
