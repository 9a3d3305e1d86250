"""The names that what is kept gives as somebody's name, paper by paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coi_audit.linking.people.names import parse_name
from coi_audit.model.answers import Answer
from coi_audit.model.assurance import Guardian, StaffMember, Training
from coi_audit.model.evidence import Recorded
from coi_audit.model.meetings import Attendance, ExpectedAttendance
from coi_audit.model.people import Member

_PEOPLE = (Attendance, ExpectedAttendance, Guardian, Member, StaffMember, Training)  # their name is a person's
_SURE = frozenset({"person", "recipient", "deputy", "guardian", "deputising_for"})
_MAYBE = frozenset(  # a person's name, or that of a post or a committee
    {"presenter", "approved_by", "owner", "investigated_by", "decided_by", "clinical_lead", "contract_manager"}
)
_MOST_WORDS = 5


def people_in(value: Any) -> Iterator[str]:
    """Names of people, as written, in a recorded thing and everything within it."""
    yield from (one for one, sure in _names(value) if sure and is_whole_name(one))


def names_in(value: Any) -> Iterator[str]:
    """The same, with what stands where a name is asked for and may be none."""
    yield from (one for one, _ in _names(value))


def is_whole_name(text: str) -> bool:
    """Whether the words can be a person's name, and not a surname or an account alone."""
    words = text.split()
    return 1 < len(words) <= _MOST_WORDS and text.replace(" ", "").isprintable() and bool(parse_name(text).surname)


def _names(value: Any) -> Iterator[tuple[str, bool]]:
    if isinstance(value, tuple):
        for one in value:
            yield from _names(one)
    if not isinstance(value, Recorded):
        return
    for name in type(value).model_fields:
        one = getattr(value, name)
        if not isinstance(one, str):
            yield from _names(one)
        elif name in _SURE or (name == "name" and isinstance(value, _PEOPLE)) or (name == "by" and _answered(value)):
            yield one, True
        elif name in _MAYBE:
            yield one, False


def _answered(value: Recorded) -> bool:
    return isinstance(value, Answer)
