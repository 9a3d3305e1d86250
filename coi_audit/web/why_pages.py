"""Why an item asks something of somebody, and the chair's ruling on it: tried out, or recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.paper_keys import place_in
from coi_audit.app.desk.rulings_file import rulings_file, rulings_mark
from coi_audit.app.desk.rulings_given import record, ruling_asked, standing_ruling
from coi_audit.app.desk.trying import day_desk, day_findings
from coi_audit.app.desk.what_if import Seat, TriedRuling, WhatIf, what_if_of
from coi_audit.app.desk.why import Books, Why, why_of
from coi_audit.app.desk.writing import ChangedMeanwhileError
from coi_audit.errors import UserError
from coi_audit.model.words import Action, Authority
from coi_audit.report.pack.phrases import AUTHORITY, SHORT
from coi_audit.report.words import words
from coi_audit.web.forms import Form
from coi_audit.web.meeting_pages import Day, address_of, kept_in, sheet_at, shown
from coi_audit.web.pages import body_page, fragment, fragment_wanted, session_of
from coi_audit.web.reach import Read

router = APIRouter(prefix="/b/{key}/meetings/{day}")


@dataclass(frozen=True, slots=True)
class Place:
    """One person at one item: the meeting's place on the day and the item's in it, from 0, and the person's mark."""

    meeting: int
    item: int
    person: str


@router.get("/why")
def why(request: Request, case: Read, day: Day, m: int = 0, i: int = 0, p: str = "") -> Response:
    """The reasons, as a page of their own or as the part that the script puts below the matrix."""
    what_if = what_if_of(request.query_params.multi_items())
    return _answer(request, case, day, what_if, Place(m, i, p))


@router.post("/ruling")
def ruling(request: Request, case: Read, day: Day, form: Form) -> Response:
    """Try a ruling out, or write it down."""
    what_if = kept_in(form)
    place = Place(_number(form.text("m")), _number(form.text("i")), form.text("p"))
    found = _why(case, day, what_if, place)
    session = session_of(request)
    session.who = " ".join(form.text("who").split())[:120] or session.who
    fields = {name: form.text(name) for name in ("action", "authority", "reason", "on", "expires", "item")}
    seat, number = Seat(place.meeting, place.person), found.row.item.audit.item.number
    try:
        if form.text("do") == "try":
            tried = WhatIf(rulings=(TriedRuling(seat, number, Action(fields["action"])),))
            return RedirectResponse(f"{address_of(case, day, what_if.and_(tried))}#{_cell(place)}", 303)
        asked = ruling_asked(fields, number, who=session.who)
        record(case, day_desk(case, day).meeting(place.meeting), found.name, asked, mark=form.text("mark"))
    except ValueError:
        problem = UserError("choose what was ruled.", where="action")
        return _answer(request, case, day, what_if, place, status=422, problem=problem, given=fields)
    except ChangedMeanwhileError as error:
        return _answer(request, case, day, what_if, place, status=409, problem=error, given=fields)
    except UserError as error:
        return _answer(request, case, day, what_if, place, status=422, problem=error, given=fields)
    session.tell(f"The ruling on {found.name} is recorded: {SHORT[asked.action]}.")
    return RedirectResponse(f"{address_of(case, day, what_if.without_ruling(seat, number))}#{_cell(place)}", 303)


def _why(case: DeskCase, day: date, what_if: WhatIf, place: Place) -> Why:
    if not 0 <= place.meeting < 1000:
        raise HTTPException(404)
    sheet = sheet_at(case, day, what_if, place.meeting)
    if not 0 <= place.item < len(sheet.rows):
        raise HTTPException(404)
    books = Books(day_findings(case, day, what_if), day_desk(case, day).actions, case.rulebook)
    found = why_of(sheet, sheet.rows[place.item], place.person, books)
    if found is None:
        raise HTTPException(404)
    return found


def _answer(
    request: Request, case: DeskCase, day: date, what_if: WhatIf, place: Place, status: int = 200, **more: Any
) -> Response:
    found = _why(case, day, what_if, place)
    meeting = day_desk(case, day).meeting(place.meeting)
    file = rulings_file(case.case, meeting)
    context = {
        **{name: value for name, value in shown(request, case, day, what_if).items() if name != "title"},
        "why": found,
        "place": place,
        "sheet": sheet_at(case, day, what_if, place.meeting),
        "standing": standing_ruling(meeting, found.name, found.row.item.audit.item.number),
        "ruling_mark": rulings_mark(case.folder, file),
        "actions": [(one.value, words(one)) for one in Action],
        "authorities": [(one.value, AUTHORITY[one]) for one in Authority],
        "given_on": min(case.as_of, day),
        "back": f"{address_of(case, day, what_if)}#{_cell(place)}",
        "place_in": place_in,
        "problem": None,
        "given": {},
        **more,
    }
    if fragment_wanted(request) and request.method == "GET":
        return fragment("why_part.html", **context, part=True)
    del context["key"], context["session"]
    title = f"{found.name}, item {found.row.item.view.number or found.row.item.view.title}"
    return body_page(request, case, "why.html", tab="meetings", status=status, title=title, **context)


def _cell(place: Place) -> str:
    return f"cell-{place.meeting}-{place.item}-{place.person if place.person.isalnum() else ''}"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else -1
