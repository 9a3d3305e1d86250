"""The chair's rulings as the desk takes them: what was entered checked, what stands found, and the ruling recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.rulings_file import NewRuling, rulings_file, save_ruling
from coi_audit.app.desk.trying import day_desk
from coi_audit.errors import UserError
from coi_audit.model.meetings import Meeting, Ruling
from coi_audit.model.words import Action, Authority
from coi_audit.report.pack.people import bare

Word = TypeVar("Word", Action, Authority)
_LONGEST = 2000  # characters of a reason


def ruling_asked(fields: Mapping[str, str], item: str, *, who: str) -> NewRuling:
    """The ruling that a form's fields tell of; `fields["item"]` "all" means the whole meeting.

    Raises `UserError`, its `where` the field's name, for what is missing or cannot be.
    """
    action = _chosen(fields.get("action", ""), Action, "action", "choose what was ruled.")
    authority = _chosen(fields.get("authority", ""), Authority, "authority", "choose who ruled.")
    reason = " ".join(fields.get("reason", "").split())
    if not reason:
        raise UserError("a ruling needs its reason.", where="reason", fix="write why, in a sentence.")
    if len(reason) > _LONGEST:
        raise UserError(f"the reason is longer than {_LONGEST} characters.", where="reason", fix="shorten it.")
    if not who:
        raise UserError("it is not known who writes this down.", where="who", fix="give your name.")
    on, expires = _day(fields, "on"), _day(fields, "expires")
    if on is not None and expires is not None and expires < on:
        raise UserError("it would end before it was given.", where="expires", fix="give a later day, or none.")
    whole = fields.get("item") == "all" or not item
    return NewRuling("", "" if whole else item, action, authority, reason, on, expires, who)


def record(case: DeskCase, meeting: Meeting, person: str, asked: NewRuling, *, mark: str) -> None:
    """Write the ruling down. Raises `ChangedMeanwhileError` where the file is not what `mark` stands for, `UserError`
    where it cannot be written."""
    known = day_desk(case, meeting.on).person(meeting, person)
    names = known.names if known is not None else ()
    new = replace(asked, person=person)
    save_ruling(case.folder, rulings_file(case.case, meeting), new, names=names, mark=mark)


def standing_ruling(meeting: Meeting, person: str, item: str) -> Ruling | None:
    """The ruling saved for this person and item, or for the whole meeting."""
    own = [one for one in meeting.rulings if _fold(one.person) == _fold(person)]
    exact = [one for one in own if one.item is not None and bare(one.item) == bare(item)]
    return next(iter(exact or [one for one in own if one.item is None]), None)


def _chosen(value: str, words: type[Word], field: str, fix: str) -> Word:
    try:
        return words(value)
    except ValueError as error:
        raise UserError("nothing was chosen.", where=field, fix=fix) from error


def _day(fields: Mapping[str, str], name: str) -> date | None:
    written = fields.get(name, "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        fix = "write it as year, month and day: 2018-02-06."
        raise UserError(f'"{written[:40]}" is no day.', where=name, fix=fix) from error


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
