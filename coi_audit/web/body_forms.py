"""The fields of the forms about a body and its committees, as a browser sends them."""

from __future__ import annotations

import re

from coi_audit.app.desk.body_form import AboutForm, NewBody, Period
from coi_audit.app.desk.committee_form import MOST_MEMBERS, CommitteeForm, MemberForm
from coi_audit.web.forms import Posted

_MEMBER = re.compile(r"m(\d{1,3})-name")
_PERIOD = re.compile(r"period-(\d{1,2})-kind")
_MOST_PERIODS = 12


def _numbers(form: Posted, pattern: re.Pattern[str], most: int) -> list[int]:
    """The rows that were sent, in their order."""
    found = {int(match[1]) for name in form.form if (match := pattern.fullmatch(name))}
    return sorted(found)[:most]


def about_sent(form: Posted) -> AboutForm:
    """The part about the body itself."""
    rows = [f"period-{at}" for at in _numbers(form, _PERIOD, _MOST_PERIODS)]
    return AboutForm(
        name=_line(form, "name"),
        kind=form.text("kind"),
        ods_code=form.text("ods_code").upper(),
        guardian=_line(form, "guardian"),
        periods=tuple(Period(*(form.text(f"{row}-{part}") for part in ("kind", "from", "to"))) for row in rows),
    )


def new_body_sent(form: Posted) -> NewBody:
    """The first page: the body and its first committee."""
    return NewBody(about_sent(form), _line(form, "committee"), form.text("committee_kind"))


def committee_sent(form: Posted) -> CommitteeForm:
    """A committee with its members."""
    return CommitteeForm(
        name=_line(form, "name"),
        kind=form.text("kind"),
        policy=form.text("policy"),
        quorum=form.text("quorum"),
        include=tuple(form.texts("include")),
        also=_line(form, "also"),
        majority=bool(form.text("majority")),
        count_all=bool(form.text("count_all")),
        members=tuple(_member(form, f"m{at}") for at in _numbers(form, _MEMBER, MOST_MEMBERS)),
    )


def _member(form: Posted, row: str) -> MemberForm:
    return MemberForm(
        was=form.text(f"{row}-was"),
        name=_line(form, f"{row}-name"),
        role=form.text(f"{row}-role"),
        title=_line(form, f"{row}-title"),
        practice=_line(form, f"{row}-practice"),
        aliases=_line(form, f"{row}-aliases"),
        begins=form.text(f"{row}-from"),
        ends=form.text(f"{row}-to"),
        chair=bool(form.text(f"{row}-chair")),
        vice_chair=bool(form.text(f"{row}-vice")),
        voting=bool(form.text(f"{row}-voting")),
    )


def _line(form: Posted, name: str) -> str:
    return " ".join(form.text(name).split())
