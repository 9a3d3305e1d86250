"""A ruling of the chair, the guardian or the committee written into the case folder, where every audit reads it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coi_audit.app.audits import Progress, meeting_chosen
from coi_audit.app.desk.rulings_file import NewRuling, rulings_file, rulings_mark, save_ruling
from coi_audit.errors import UserError
from coi_audit.linking.people.same import same_person
from coi_audit.model.case import Case
from coi_audit.model.meetings import Meeting
from coi_audit.model.words import Action, Authority, Match
from coi_audit.readers.case_folder import read_case
from coi_audit.report.pack.people import bare

__all__ = ["Action", "Authority", "NewRuling", "RuledAt", "add_ruling"]


@dataclass(frozen=True, slots=True)
class RuledAt:
    """The meeting a ruling is for; `committee` tells two of one day apart."""

    on: date
    committee: str | None = None


def add_ruling(folder: Path, at: RuledAt, ruling: NewRuling, *, progress: Progress | None = None) -> tuple[str, str]:
    """Write a ruling down; one for the same person and item is replaced. Gives the file's path, and the person's name.

    The person is named as the body's papers name them. Raises `UserError` where the folder has no such meeting, item or
    person, where the ruling ends before it begins, and where the file cannot be written safely.
    """
    case = read_case(folder, progress=progress)
    meeting = _meeting(case, folder, at)
    names = _names(case, meeting, ruling.person)
    _check_item(meeting, ruling.item)
    _check_days(meeting, ruling)
    file = rulings_file(case, meeting)
    save_ruling(folder, file, replace(ruling, person=names[0]), names=names, mark=rulings_mark(folder, file))
    return file, names[0]


def _meeting(case: Case, folder: Path, at: RuledAt) -> Meeting:
    day = meeting_chosen(case, folder, at.on, at.on)
    found = [one for one in case.meetings if one.on == day]
    wanted = (at.committee or "").casefold()
    fitting = [one for one in found if wanted in (one.committee or "").casefold()]
    if len(fitting) == 1:
        return fitting[0]
    named = ", ".join(one.committee or "one whose committee is not known" for one in found)
    raise UserError(
        f"it is not said which meeting of {day.isoformat()} is meant.",
        where=str(folder),
        fix=f"give --committee; that day met: {named}.",
    )


def _names(case: Case, meeting: Meeting, written: str) -> tuple[str, ...]:
    """All ways in which the one person that is meant is written, the name in body.yaml or on the register first."""
    members = [(one.name, *one.aliases) for committee in case.body.committees for one in committee.members]
    listed = [(one.person,) for register in case.registers for one in register.interests]
    met = [(one.name,) for minutes in meeting.minutes for one in minutes.attendance]
    known = list(dict.fromkeys((*members, *listed, *met)))
    for match in (Match.MATCHED, Match.ASK):
        own = [names for names in known if any(same_person(written, one) is match for one in names)]
        first = [names[0] for names in own]
        if own and all(same_person(first[0], one) is Match.MATCHED for one in first):
            return tuple(dict.fromkeys(one for names in own for one in names))
        if own:
            raise UserError(
                f'"{written}" may be more than one person.',
                where="--person",
                fix=f"write the whole name: {', '.join(dict.fromkeys(first))}.",
            )
    raise UserError(
        f'nobody named "{written}" is a member, on a register or in the minutes.',
        where="--person",
        fix="write the name as body.yaml or the register writes it.",
    )


def _check_item(meeting: Meeting, item: str) -> None:
    numbers = [one.number for agenda in meeting.agendas for one in agenda.items if one.number]
    if item and bare(item) not in map(bare, numbers):
        raise UserError(
            f'the agenda has no item "{item}".',
            where="--item",
            fix=f"give one of {', '.join(dict.fromkeys(numbers)) or 'none, for the whole meeting'}.",
        )


def _check_days(meeting: Meeting, ruling: NewRuling) -> None:
    """An expired ruling covers nothing: whoever writes one down today has mistaken a year."""
    if ruling.expires is not None and ruling.expires < (ruling.on or ruling.expires):
        raise UserError("it would end before it was given.", where="--expires", fix="give a later day, or none.")
    if ruling.expires is not None and ruling.expires < meeting.on:
        raise UserError(
            f"it would end before the meeting of {meeting.on.isoformat()}.",
            where="--expires",
            fix="give the meeting's day or a later one, or none.",
        )
