"""Everything a store keeps that tells of one person, gathered as it stands there; nothing is masked here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from coi_audit.errors import UserError
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.linking.people.names import parse_name
from coi_audit.model.kept import Moment
from coi_audit.model.linking import Person
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.reading import Reading
from coi_audit.model.words import Match
from coi_audit.store.history import history
from coi_audit.store.opening import Store
from coi_audit.store.person_names import is_whole_name, people_in
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import (
    ActionRow,
    JudgementRow,
    KeptAuditRow,
    PaperFileRow,
    PaperRow,
    Row,
    TrailRow,
    table_of,
)

Kept = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """One version of one paper; `with_file` says that its own bytes are kept too."""

    row: Kept
    reading: Reading
    with_file: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """All of it. `people` finds whoever is meant by a name; `names` are how the person is written for certain,
    `unsure` how perhaps; papers oldest knowledge first.
    """

    person: Person
    names: tuple[str, ...]
    unsure: tuple[str, ...]
    people: PeopleIndex
    papers: tuple[KeptPaper, ...]
    moments: tuple[Moment, ...]
    audits: tuple[Kept, ...]
    judgements: tuple[Kept, ...]
    actions: tuple[Kept, ...]
    trail: tuple[Kept, ...]


def gather(store: Store, body: KeptBody, asked: str, also: Sequence[str] = ()) -> Gathered:
    """What is kept, and who is meant by the name asked for; `also` are other ways in which they are written.

    Raises `UserError` where nobody bears the name, or where it could be several people: they are never merged.
    """
    with store.reading() as connection:
        papers = tuple(_papers(connection, body))
        others = {row: tuple(_rows(connection, row, body)) for row in (KeptAuditRow, JudgementRow, ActionRow)}
        trail = tuple(_trail(connection))
    given = (*_named(others[JudgementRow], "by_name"), *_named(others[ActionRow], "owner"), *_named(trail, "actor"))
    people, written = _people([one.reading for one in papers], given)
    person = _meant(people, asked, written, store.where)
    strange = [one for one in also if one not in written]
    if strange:
        raise UserError(
            f'nobody is written "{strange[0]}" in what is kept.', where="--also", fix="give the name as a paper has it."
        )
    likely = set(person.likely_names) - set(also)
    names = tuple(dict.fromkeys((*(one for one in person.names if one not in likely), *also)))
    alike = {one for one in written if _maybe(people, one, person)}
    return Gathered(
        person=person,
        names=names,
        unsure=tuple(sorted((likely | alike) - set(names))),
        people=people,
        papers=papers,
        moments=_moments(store, body, names),
        audits=others[KeptAuditRow],
        judgements=others[JudgementRow],
        actions=others[ActionRow],
        trail=trail,
    )


def _papers(connection: Connection, body: KeptBody) -> Iterator[KeptPaper]:
    table, files = table_of(PaperRow), table_of(PaperFileRow)
    with_files = set(connection.execute(select(files.c.paper_id)).scalars())
    chosen = select(table).where(table.c.body_id == body.id, table.c.path != "")
    for one in connection.execute(chosen.order_by(table.c.recorded_from, table.c.path, table.c.id)).mappings():
        row = {name: value for name, value in one.items() if name != "reading"}
        yield KeptPaper(row, Reading.model_validate_json(one["reading"]), one["id"] in with_files)


def _rows(connection: Connection, row: type[Row], body: KeptBody) -> Iterator[Kept]:
    table = table_of(row)
    chosen = select(table).where(table.c.body_id == body.id).order_by(table.c.id)
    yield from (dict(one) for one in connection.execute(chosen).mappings())


def _trail(connection: Connection) -> Iterator[Kept]:
    table = table_of(TrailRow)
    chosen = select(table.c.seq, table.c.at, table.c.actor, table.c.action, table.c.reason).order_by(table.c.seq)
    yield from (dict(one) for one in connection.execute(chosen).mappings())


def _named(rows: Iterable[Kept], column: str) -> Iterator[str]:
    """Names of whoever gave something, or did something in the store; an account's name alone is none."""
    yield from (str(one[column]) for one in rows if is_whole_name(str(one[column])))


def _people(readings: Sequence[Reading], given: Iterable[str]) -> tuple[PeopleIndex, frozenset[str]]:
    """Everybody known, in any version of any paper or by what they gave, and every name as written."""
    members: dict[str, Member] = {}
    attending: dict[str, Attendance] = {}
    listed: dict[str, None] = {}
    for one in readings:
        committees = one.body.committees if one.body is not None else ()
        members |= {each.name: each for committee in committees for each in committee.members}
        attending |= {each.name: each for each in (one.minutes.attendance if one.minutes is not None else ())}
        listed |= dict.fromkeys(one.register_.people if one.register_ is not None else ())
    others = dict.fromkeys((*listed, *(name for one in readings for name in people_in(one)), *given))
    people = build_people(tuple(members.values()), tuple(attending.values()), tuple(others))
    aliases = (alias for one in members.values() for alias in one.aliases)
    return PeopleIndex(people), frozenset((*members, *aliases, *attending, *others))


def _meant(people: PeopleIndex, asked: str, written: frozenset[str], where: str) -> Person:
    """Whoever is meant for certain; a whole name that stands so in what is kept is nobody else's, however like one."""
    match = people.match(asked)
    if match.outcome is Match.MATCHED and match.person is not None and not match.likely:
        return match.person
    if asked in written and len("".join(parse_name(asked).given[:1])) > 1:
        return Person(asked, (asked,))
    named = ", ".join(sorted(one.name for one in match.candidates))
    if not named:
        raise UserError(
            f'nobody of the name "{asked}" stands in what is kept.',
            where=where,
            fix="give the name as a register or the minutes write it.",
        )
    raise UserError(
        f'"{asked}" could be: {named}. Nothing was written: two people are never put together.',
        where=where,
        fix="give one of these names in full.",
    )


def _maybe(people: PeopleIndex, name: str, person: Person) -> bool:
    """Whether this other name is worth a question: it may be the same person."""
    match = people.match(name)
    return match.outcome is Match.ASK and any(one is person for one in match.candidates)


def _moments(store: Store, body: KeptBody, names: Sequence[str]) -> tuple[Moment, ...]:
    found = {one: None for name in names for one in history(store, body, person=name) if one.person in names}
    return tuple(sorted(found, key=lambda one: (one.known_from, one.kind, one.what, one.place)))
