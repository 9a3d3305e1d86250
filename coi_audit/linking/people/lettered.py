"""Lists that give nobody's name but their initials: whose they are, from the other lists and from the membership."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.linking.people.names import parse_name
from coi_audit.model.letters import fold_letters
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member


def own_initials(name: str) -> frozenset[str]:
    """ "Dr Anil Rao" is AR; "Jane Prosser-Lloyd" is JP or JPL; "Owen O'Dell" is OO or OOD.

    Empty where no given name is known.
    """
    parsed = parse_name(name)
    given = [part[0] for part in parsed.given if part]
    whole = [part[0] for part in parsed.surname.replace("-", " ").split() if part]
    parts = [part[0] for part in parsed.surname.replace("-", " ").replace("'", " ").split() if part]
    if not given or not whole:
        return frozenset()
    forms = {given[0] + whole[0]}
    forms |= {first + "".join(last) for first in (given[0], "".join(given)) for last in (whole, parts)}
    return frozenset(one.upper() for one in forms)


def with_names(attendance: Sequence[Attendance], members: Sequence[Member]) -> list[Attendance]:
    """The same entries; one that is nothing but initials under the name of the only person they can stand for."""
    return [_named(one, attendance, members) if is_lettered(one) else one for one in attendance]


def is_lettered(entry: Attendance) -> bool:
    """Whether a list gives somebody's initials for a name."""
    return entry.initials is not None and entry.name == entry.initials


def _named(entry: Attendance, attendance: Sequence[Attendance], members: Sequence[Member]) -> Attendance:
    letters = _letters(entry.name)
    written = {one.name for one in attendance if not is_lettered(one) and _letters(one.initials or "") == letters}
    names = written or {one.name for one in members if letters in own_initials(one.name)}
    return entry.model_copy(update={"name": names.pop()}) if len(names) == 1 else entry


def _letters(initials: str) -> str:
    return "".join(letter for letter in fold_letters(initials) if letter.isalpha()).upper()
