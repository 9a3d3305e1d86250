"""Breaches as the body's own log and assurance.yaml tell them; whether something is one is always the body's word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.unit import Unit
from coi_audit.model.assurance import Breach
from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_assurance import BreachFacts
from coi_audit.model.words import Examines

KIND = "breaches"
_LONGEST = 160
_NO_LOG = "no log of breaches is among the papers"
_SUPPLEMENTED = (
    "logged_on", "confirmed", "investigated", "investigated_by", "outcome", "learning", "published", "published_on",
    "notified_nhs_england", "notified_nhs_england_on", "happened_on", "found_on", "logged",
)  # fmt: skip


def breach_units(audited: Audited) -> Iterator[Unit]:
    """One unit a breach of the audited time; where neither a log nor such a section is there, the question."""
    records = audited.case.records
    assurance = records.assurance
    paper = bool(records.papers_of(KIND)) or (assurance is not None and KIND in assurance.tells)
    if not paper:
        for day in audited.days_to_ask():
            facts = BreachFacts(**audited.event(day), paper=False, breach=_NO_LOG, logged=None)
            yield Unit(Examines.BREACH, facts, evidence=(audited.case.body.source,), lasting=True)
    stated = assurance.breaches if assurance is not None else ()
    for breach in _once_each((*records.breaches, *stated)):
        on = _day_of(breach)
        if audited.within(on):
            yield _unit(breach, on or audited.last_day, audited)


def _day_of(breach: Breach) -> date | None:
    """When it happened, else was found, else was logged."""
    return breach.happened_on or breach.found_on or breach.logged_on


def _once_each(breaches: Iterable[Breach]) -> list[Breach]:
    """Each breach once: what a later entry of the same one tells beside the first is added to it."""
    chosen: list[Breach] = []
    for breach in breaches:
        at = next((at for at, one in enumerate(chosen) if _same(one, breach)), None)
        if at is None:
            chosen.append(breach)
            continue
        more = {name: getattr(breach, name) for name in _SUPPLEMENTED if getattr(chosen[at], name) in (None, "")}
        told = {name: value for name, value in more.items() if value is not None}
        chosen[at] = chosen[at].model_copy(update=told)
    return chosen


def _same(one: Breach, other: Breach) -> bool:
    """One reference; or one day, where the papers are two and the words agree or only one gives a reference."""
    if one.source.file == other.source.file:
        return False
    if one.reference and other.reference:
        return _folded(one.reference) == _folded(other.reference)
    day = _day_of(one)
    alike = _folded(one.nature) == _folded(other.nature) or bool(one.reference) != bool(other.reference)
    return day is not None and day == _day_of(other) and alike


def _folded(words: str) -> str:
    return " ".join(re.sub(r"\W+", " ", words).casefold().split())


def _unit(breach: Breach, on: date, audited: Audited) -> Unit:
    assurance = audited.case.records.assurance
    policy = assurance.policy if assurance is not None else None
    facts = BreachFacts(
        **audited.event(on),
        breach=_words(breach),
        confirmed=breach.confirmed,
        logged=breach.logged,
        logged_on=breach.logged_on,
        investigated=breach.investigated,
        investigated_by=breach.investigated_by,
        published=breach.published,
        list_published=_list_published(on, audited),
        notice_required=policy.breach_notice_required if policy else None,
        notified_nhs_england=breach.notified_nhs_england,
        learning=breach.learning,
    )
    return Unit(
        Examines.BREACH,
        facts,
        evidence=(breach.source,),
        item=breach.reference or None,
        interest=f"{_day_of(breach) or ''} {_folded(breach.nature)}",
        lasting=True,
    )


def _words(breach: Breach) -> str:
    day = _day_of(breach)
    nature = breach.nature if len(breach.nature) <= _LONGEST else f"{breach.nature[: _LONGEST - 3].rstrip()}..."
    parts = [breach.reference, nature, in_words(day) if day else "no day is given"]
    return ", ".join(part for part in parts if part)


def _list_published(on: date, audited: Audited) -> bool | None:
    """Whether the register of breaches was published since; None where that is not told or was only before."""
    assurance = audited.case.records.assurance
    told = [one for one in (assurance.publications if assurance else ()) if one.kept_list == KIND]
    since = [one for one in told if one.published and (one.published_on is None or one.published_on >= on)]
    if since:
        return True
    return False if any(one.published is False for one in told) else None
