"""Gifts that other papers than the register tell of as undeclared: the body's own log, and sentences of the minutes.

Only clear words count: a sentence that names a gift somebody had and says that it was not declared, or late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.evidence import SourceRef
from coi_audit.model.gifts import GiftKind, GiverKind
from coi_audit.model.linking import Person
from coi_audit.rulebook.gift_words import gift_words

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z£])|\n+")
_SUM = re.compile(r"£\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\s?(?:k|m|million|thousand)\b)", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|given by|offered by|provided by|paid for by|sponsored by|donated by)\s+(?P<giver>.+?)"
    r"(?=[,.;()]|$|\s(?:which|who|that|was|were|had|in|on|at|worth|valued|and|but|without|as|not|during|last|while)\b)",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:accept|receiv|took|taken|kept|had from|paid for|enjoy|attend)", re.IGNORECASE)
_TURNED_DOWN = re.compile(r"\b(?:declin|refus|return|turned down|not accept)", re.IGNORECASE)
_AN_INTEREST = re.compile(r"\bdeclar\w*\s+(?:\w+\s+){0,3}interests?\b", re.IGNORECASE)
_ON_REGISTER = re.compile(r"\b(?:on|in)\s+(?:the|its|their)\s+registers?\s+of\s+interests?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToldGift:
    """One gift that another paper tells of. `late`: it was declared after all, too late."""

    on: date
    person: Person | None
    words: str
    kind: GiftKind
    value: float | None
    giver: str
    giver_kind: GiverKind
    accepted: bool | None
    late: bool
    told_by: str
    source: SourceRef


def gifts_elsewhere(audited: Audited, people: PeopleIndex) -> tuple[ToldGift, ...]:
    """All of them, in order of day and place; the same matter told twice stands twice."""
    found = [*_of_log(audited, people), *_of_minutes(audited, people)]
    return tuple(sorted(found, key=lambda one: (one.on, one.source.place(), one.words)))


def _of_log(audited: Audited, people: PeopleIndex) -> Iterator[ToldGift]:
    words = gift_words()
    records = audited.case.records
    for breach in (*records.breaches, *(records.assurance.breaches if records.assurance else ())):
        if breach.confirmed is False:
            continue
        on = breach.happened_on or breach.found_on or breach.logged_on or audited.last_day
        for sentence in _SENTENCE.split(breach.nature):
            if words.says("gift_in_text", sentence) and _undeclared(sentence):
                yield _told(sentence, on, people, "The log of breaches", breach.source)


def _of_minutes(audited: Audited, people: PeopleIndex) -> Iterator[ToldGift]:
    words = gift_words()
    for examined in audited.examined:
        for minutes in examined.meeting.minutes:
            for section in minutes.sections:
                for passage in section.passages:
                    for sentence in _SENTENCE.split(passage.text):
                        clear = words.says("gift_in_text", sentence) and words.says("had_in_text", sentence)
                        if clear and _undeclared(sentence) and not words.says("rule_in_text", sentence):
                            source = passage.source.model_copy(update={"text": sentence.strip()[:2000]})
                            yield _told(sentence, examined.audit.date, people, "The minutes", source)


def _undeclared(sentence: str) -> bool:
    """Whether the sentence says that a thing was not declared, and means no interest by it."""
    words = gift_words()
    if not words.says("not_declared", sentence) and not words.says("declared_late", sentence):
        return False
    return _AN_INTEREST.search(_ON_REGISTER.sub(" ", sentence)) is None


def _told(sentence: str, on: date, people: PeopleIndex, told_by: str, source: SourceRef) -> ToldGift:
    words = gift_words()
    sums = [float(one.replace(",", "")) for one in _SUM.findall(sentence)]
    match = _FROM.search(sentence)
    giver = " ".join(match["giver"].split()) if match else ""
    return ToldGift(
        on=on,
        person=_person(sentence, people),
        words=" ".join(sentence.split()),
        kind=words.kind_of(sentence),
        value=sums[0] if len(sums) == 1 else None,
        giver=giver,
        giver_kind=words.giver_of(giver),
        accepted=_accepted(sentence),
        late=words.says("declared_late", sentence),
        told_by=told_by,
        source=source,
    )


def _accepted(sentence: str) -> bool | None:
    if _TURNED_DOWN.search(sentence):
        return False
    return True if _TAKEN.search(sentence) or not re.search(r"\boffer", sentence, re.IGNORECASE) else None


def _person(sentence: str, people: PeopleIndex) -> Person | None:
    """The one person the sentence names."""
    pattern = people.surname_pattern
    if pattern is None:
        return None
    named = {person.key: person for match in pattern.finditer(sentence) if (person := people.match(match[0]).person)}
    return next(iter(named.values())) if len(named) == 1 else None
