"""The meetings of one day: the matrix, who comes, the chair's rulings, and why each item asks what it asks."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from coi_audit.app.desk.attendance_list import checked_deputy, list_file, list_mark
from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.meeting import sheets_of
from coi_audit.app.desk.meeting_sheet import MeetingSheet
from coi_audit.app.desk.trying import day_tried, save_attendance
from coi_audit.app.desk.what_if import WhatIf, from_form, what_if_of
from coi_audit.app.desk.writing import ChangedMeanwhileError
from coi_audit.errors import UserError
from coi_audit.report.decision_types import decision_type_titles
from coi_audit.web.forms import Form, Posted
from coi_audit.web.pages import body_page, fragment, fragment_wanted, session_of
from coi_audit.web.reach import Read

router = APIRouter(prefix="/b/{key}/meetings/{day}")


def day_with_meetings(case: Read, day: date) -> date:
    """The day of an address. Raises 404 where the body has no meeting on it."""
    if not any(one.on == day for one in case.case.meetings):
        raise HTTPException(404)
    return day


Day = Annotated[date, Depends(day_with_meetings)]


@router.get("")
def meeting(request: Request, case: Read, day: Day) -> Response:
    """The meetings of the day, with what the address tries out; a form's own fields are put into the address first."""
    given = request.query_params.multi_items()
    what_if = what_if_of(given)
    if "seats" in request.query_params:
        try:
            what_if = _tried_in_form(case, day, dict(given), request.query_params.getlist("in"))
        except UserError as error:
            session_of(request).tell(f"{error.where}: {error.problem} {error.fix}", problem=True)
            what_if = what_if_of(parse_qsl(request.query_params.get("keep", "")))
        address = address_of(case, day, what_if)
        if not fragment_wanted(request):
            return RedirectResponse(f"{address}#comes-{_number(request.query_params.get('seats', ''))}", 303)
        answer = fragment("meeting_part.html", **shown(request, case, day, what_if), part=True)
        answer.headers["HX-Replace-Url"] = address
        return answer
    parts = shown(request, case, day, what_if)
    here = f"{request.base_url}".rstrip("/") + address_of(case, day, what_if)
    return body_page(
        request, case, "meeting.html", tab="meetings", title=parts["title"], request_address=here, **_untitled(parts)
    )


def _untitled(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parts.items() if name not in ("title", "key", "session")}


@router.post("/attendance")
def save(request: Request, case: Read, day: Day, form: Form) -> Response:
    """Write what is tried out as the meeting's attendance list."""
    place = _number(form.text("meeting"))
    what_if = kept_in(form)
    sheet = sheet_at(case, day, what_if, place)
    session = session_of(request)
    try:
        if list_mark(sheet.tried.seats) != form.text("mark"):
            raise ChangedMeanwhileError("the list was changed meanwhile, in another window or by hand.")
        save_attendance(case, sheet.tried)
    except ChangedMeanwhileError:
        session.tell(
            "The attendance list was changed meanwhile, in another window or by hand, and yours was not saved. "
            "What you tried is still here, beside what is saved now: look at both, then save again.",
            problem=True,
        )
        return RedirectResponse(f"{address_of(case, day, what_if)}#comes-{place}", 303)
    session.tell(f"Saved as the attendance list: {list_file(case.case, sheet.tried.saved)}.")
    return RedirectResponse(f"{address_of(case, day, what_if.rulings_alone(place))}#comes-{place}", 303)


def address_of(case: DeskCase, day: date, what_if: WhatIf, below: str = "") -> str:
    """The address of the day's page with what is tried out."""
    query = what_if.query()
    return f"/b/{case.known.key}/meetings/{day.isoformat()}{below}{'?' + query if query else ''}"


def kept_in(form: Posted) -> WhatIf:
    """What was tried out on the page that a form stands on."""
    return what_if_of(parse_qsl(form.text("keep"), keep_blank_values=True))


def sheets(case: DeskCase, day: date, what_if: WhatIf) -> tuple[MeetingSheet, ...]:
    """The day's meetings laid out, once for the papers as they are."""
    rulebook = case.rulebook

    def laid_out() -> tuple[MeetingSheet, ...]:
        return sheets_of(
            day_tried(case, day, what_if),
            types=decision_type_titles(rulebook.folder),
            sources={key: source.title for key, source in rulebook.sources.items()},
            guardian=case.case.body.guardian,
        )

    return case.once(("sheets", day, what_if), laid_out)


def sheet_at(case: DeskCase, day: date, what_if: WhatIf, place: int) -> MeetingSheet:
    """One of the day's meetings. Raises 404 for a place at which there is none."""
    found = sheets(case, day, what_if)
    if place >= len(found):
        raise HTTPException(404)
    return found[place]


def shown(request: Request, case: DeskCase, day: date, what_if: WhatIf) -> dict[str, Any]:
    """What the meeting's templates name."""
    found = sheets(case, day, what_if)
    session = session_of(request)
    return {
        "title": found[0].pack.view.title if len(found) == 1 else f"{found[0].pack.view.date}: {len(found)} meetings",
        "key": case.known.key,
        "on": day,
        "day_address": address_of(case, day, WhatIf()),
        "what_if": what_if,
        "query": what_if.query(),
        "sheets": found,
        "marks": [list_mark(one.tried.seats) for one in found],
        "session": session,
    }


def _tried_in_form(case: DeskCase, day: date, sent: dict[str, str], ticked: list[str]) -> WhatIf:
    """The changes of an address with those that the form of one meeting tells of, in place of its earlier ones."""
    place = _number(sent.get("seats", ""))
    kept = what_if_of(parse_qsl(sent.get("keep", ""), keep_blank_values=True)).rulings_alone(place)
    seats = sheet_at(case, day, WhatIf(), place).tried.seats
    deputies = {key.removeprefix("d-"): checked_deputy(value) for key, value in sent.items() if key.startswith("d-")}
    return kept.and_(from_form(place, seats, deputies, ticked))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
