"""Who is meant: names and initials in registers, lists and minutes that could be several people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.audit.examine import Examined
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.answers import person_question
from coi_audit.linking.participation.cast import Cast, Statement
from coi_audit.linking.participation.view import cast_of, statements_of
from coi_audit.linking.people.index import PersonMatch
from coi_audit.model.answers import SOMEBODY_ELSE, Choice, Question, QuestionKind, fact
from coi_audit.model.case import Case
from coi_audit.model.dates import in_words
from coi_audit.model.evidence import SourceRef
from coi_audit.model.letters import CAPITALS
from coi_audit.model.linking import Person
from coi_audit.model.words import Match

# Letters that stand for somebody who acts: "JS declared", never "QOF rose".
_ACTING = re.compile(
    rf"(?<![\w'./-])([{CAPITALS}]{{2,4}})\s+(?:declared|left the|withdrew|returned to|rejoined|re-joined|abstained|"
    r"did not vote|took no part|stepped out|took the chair)\b"
)


def person_questions(one: Examined, case: Case, knowledge: Knowledge) -> Iterator[Question]:
    """Every written name of one meeting that the papers leave in doubt."""
    seen: set[str] = set()
    for written, source, where in _written(one, case):
        match = one.people.match(written)
        if written not in seen and match.outcome is Match.ASK and len(match.candidates) > 0:
            seen.add(written)
            yield _of_match(match, source, where, one)
    yield from _in_minutes(one, knowledge, seen)


def _written(one: Examined, case: Case) -> Iterator[tuple[str, SourceRef, str]]:
    day = in_words(one.meeting.on)
    for register in case.registers:
        where = f"register {register.file}"
        yield from ((row.person, row.source, where) for row in register.interests)
        yield from ((row.person, row.source, where) for row in register.nil_returns)
    for minutes in one.meeting.minutes:
        for entry in minutes.attendance:
            yield entry.name, entry.source, f"{day}, attendance"
            if entry.deputising_for:
                yield entry.deputising_for, entry.source, f"{day}, attendance"
    for expected in one.meeting.expected:
        yield expected.name, expected.source, f"{day}, expected attendance"
    for ruling in one.meeting.rulings:
        yield ruling.person, ruling.source, f"{day}, rulings"


def _in_minutes(one: Examined, knowledge: Knowledge, seen: set[str]) -> Iterator[Question]:
    for paper in one.meeting.minutes:
        cast = cast_of(paper, one.people, knowledge.minutes_words)
        for section in paper.sections:
            for statement in statements_of(section, cast):
                yield from _in_statement(statement, cast, one, seen)


def _in_statement(statement: Statement, cast: Cast, one: Examined, seen: set[str]) -> Iterator[Question]:
    where, source = f"{in_words(one.meeting.on)}, minutes", statement.sentence.source
    for mention in statement.mentions:
        if mention.kind == "named" and mention.unsure and mention.text not in seen and _is_whole(mention.text, one):
            seen.add(mention.text)
            meant = [one.people.persons[index] for index in sorted(mention.unsure)]
            yield _question(mention.text, meant, source, where, one, "the minutes could mean any of them")
    for found in _ACTING.finditer(statement.sentence.text):
        letters = found.group(1)
        known = letters in cast.words.names.not_initials or one.people.by_initials(letters)
        if not known and letters not in seen:
            seen.add(letters)
            here = [each.person for each in one.roll.everybody]
            yield _question(letters, here, source, where, one, "these initials are nobody's on the lists")


def _is_whole(written: str, one: Examined) -> bool:
    """Whether the name is looked up as a whole, so that an answer to it is found again."""
    return one.people.match(written).outcome is Match.ASK or len(one.people.by_initials(written)) > 1


def _of_match(match: PersonMatch, source: SourceRef, where: str, one: Examined) -> Question:
    return _question(match.written, match.candidates, source, where, one, match.because)


def _question(
    written: str, people: Sequence[Person], source: SourceRef, where: str, one: Examined, why: str
) -> Question:
    names = list(dict.fromkeys(person.name for person in people))
    posts = {person.name: person.member.title for person in people if person.member is not None}
    has_interests = {holding.person.key for holding in one.holdings}
    return Question(
        id=person_question(written, one.meeting.on),
        kind=QuestionKind.PERSON,
        asks=f'Who is "{written}"?',
        about=written,
        choices=(
            *(Choice(name, name, posts.get(name, "")) for name in names),
            Choice(SOMEBODY_ELSE, "somebody else, whom these papers do not tell more of"),
        ),
        now=f"Nothing is taken as theirs until somebody says: {why}.",
        known=(("The papers say", source.text or written),),
        evidence=(source,),
        papers=tuple(sorted(fact(name) for name in names)),
        where=(where,),
        weight=1 if any(person.key in has_interests for person in people) else 3,
    )
