"""People: a written name against those a case knows: the one meant, a question, or nobody. All people are invented."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from committees import committees
from scored import Part, Scored, Verdict

from coi_audit.linking.people.index import PeopleIndex, PersonMatch, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.words import AttendanceStatus, Match

DATA = Path(__file__).resolve().parent / "data" / "people"
_BODY, _MINUTES = SourceRef(file="body.yaml"), SourceRef(file="minutes.docx")


def measure(dev: Path | None) -> Iterator[Scored]:
    """Cases written by hand, a third of each group held out; then forms made by rule over invented committees."""
    yield from _by_hand("names.csv", "written by hand", hold_out=True)
    yield from _by_hand("names_second.csv", "written while mending", hold_out=False)
    yield from _by_rule()


def _by_hand(file: str, dataset: str, *, hold_out: bool) -> Iterator[Scored]:
    with (DATA / file).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="|"))
    for number, row in enumerate(rows):
        known = people_index(row["people"].split(";"), [one for one in row["here"].split(";") if one])
        found = known.match(row["written"])
        part = Part.HELD_OUT if hold_out and number % 3 == 2 else Part.TUNED_ON
        among = f"{row['people']} [{row['here']}]"
        what = f'"{row["written"]}" among {among}: {row["truth"]} {row["who"]}; said {_said(found)}'
        verdict = verdict_of(found, row["truth"], row["who"].split("=")[0])
        yield Scored("people", dataset, part, row["group"], verdict, what)


def _by_rule() -> Iterator[Scored]:
    for committee in committees():
        known = people_index(list(committee.people), [])
        for way, written, truth, who in committee.variants:
            found = known.match(written)
            what = f'"{written}" among {committee.people}: {truth} {who}; said {_said(found)}'
            yield Scored("people", "made by rule", committee.part, way, verdict_of(found, truth, who), what)


def people_index(names: list[str], here: list[str]) -> PeopleIndex:
    """Members by name ("Name=Alias=Alias"), and the attendance list of one meeting."""
    members = []
    for one in names:
        name, *aliases = one.split("=")
        members.append(Member(name=name, aliases=tuple(aliases), source=_BODY))
    attendance = [Attendance(name=one, status=AttendanceStatus.PRESENT, source=_MINUTES) for one in here]
    return PeopleIndex(build_people(members, attendance), attending=here)


def verdict_of(found: PersonMatch, truth: str, who: str) -> Verdict:
    """`likely` is right as a question or as a match that says it is only likely; any other match of it is wrong.

    A match of `ask` or `different` is wrong, whoever it names: two people would be merged.
    """
    offered = who in {one.name for one in found.candidates}
    if found.outcome is Match.MATCHED:
        mine = found.person is not None and found.person.name == who
        fine = mine and (truth == "same" or (found.likely and truth in ("likely", "ask")))
        return Verdict.RIGHT if fine else Verdict.WRONG if truth != "different" else Verdict.EXTRA
    if found.outcome is Match.ASK:
        if truth in ("ask", "likely"):
            return Verdict.RIGHT if offered else Verdict.MISSED
        return Verdict.ASKED if truth == "different" or offered else Verdict.MISSED
    return Verdict.RIGHT if truth == "different" else Verdict.MISSED


def _said(found: PersonMatch) -> str:
    names = ", ".join(one.name for one in found.candidates)
    return f"{found.outcome.value}{' (likely)' if found.likely else ''} {names} ({found.because})"
