"""What the published register leaves out of the body's own full one, and what it withholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_removed import kept_lists
from coi_audit.audit.facts_of_staff import decides
from coi_audit.audit.register_rows import Edition, Row, editions, in_office, is_withheld, shown_in
from coi_audit.audit.unit import Unit
from coi_audit.model.assurance import Assurance, Redaction
from coi_audit.model.dates import add_months
from coi_audit.model.facts_of_registers import PublishedInterestFacts, RedactionFacts
from coi_audit.model.linking import Person
from coi_audit.model.words import Examines

_SECTION = "redactions"  # of assurance.yaml
_PUBLIC_MONTHS = 6  # an interest that ended longer before has no place on the published register any more
_GUARDIAN = "guardian"


def published_interest_units(audited: Audited) -> Iterator[Unit]:
    """Each interest of the full register against each published edition, or one question where either is missing."""
    public, own = kept_lists(editions(audited))
    public = [one for one in public if one.register.public]
    if not public or not own:
        for day in audited.days_to_ask():
            facts = PublishedInterestFacts(
                **audited.event(day), paper=False, member="decision-making staff", interest="every interest"
            )
            yield Unit(Examines.PUBLISHED_INTEREST, facts, evidence=(audited.case.body.source,), lasting=True)
        return
    for edition in public:
        on = edition.register.edition
        full = [one for one in own if one.register.edition is not None and on and one.register.edition <= on]
        if on is not None and full and audited.within(on):
            yield from _compared(full[-1], edition, on, audited)
    yield from _since(public[-1], own[-1], audited)


def _compared(full: Edition, edition: Edition, on: date, audited: Audited) -> Iterator[Unit]:
    for row in _rows(full):
        ended = row.interest.held_until
        if ended is None or on < add_months(ended.latest, _PUBLIC_MONTHS):
            shown = shown_in(row, edition, audited, before=full)
            yield _unit(row, on, audited, edition=edition, published=shown)


def _since(newest: Edition, full: Edition, audited: Audited) -> Iterator[Unit]:
    """What the full register has since the newest published one: whether it was published, no paper tells."""
    day, published_on = full.register.edition, newest.register.edition
    if day is None or published_on is None or day <= published_on or not audited.within(day):
        return
    for row in _rows(full):
        if shown_in(row, newest, audited, before=full) is False and row.interest.held_until is None:
            yield _unit(row, day, audited, edition=None, published=None)


def _rows(edition: Edition) -> list[Row]:
    return [row for rows in edition.rows.values() for row in rows]


def _unit(row: Row, on: date, audited: Audited, *, edition: Edition | None, published: bool | None) -> Unit:
    person = row.person
    facts = PublishedInterestFacts(
        **audited.event(on),
        member=person.name,
        interest=row.words,
        decision_maker=True if in_office(person, on, audited) else decides(person, audited),
        held_until=row.interest.held_until.latest if row.interest.held_until else None,
        redacted=any(_speaks_of(one, row, audited) for one in _redactions(audited)),
        public_edition=edition.register.edition if edition else None,
        published=published,
    )
    papers = (row.interest.source, *((edition.register.source,) if edition else ()))
    return Unit(Examines.PUBLISHED_INTEREST, facts, evidence=papers, person=person.name, interest=row.key, lasting=True)


def _redactions(audited: Audited) -> Sequence[Redaction]:
    assurance = audited.case.records.assurance
    return assurance.redactions if assurance else ()


def _speaks_of(told: Redaction, row: Row, audited: Audited) -> bool:
    found = audited.everybody.match(told.person).person
    if found is None or found.key != row.person.key:
        return False
    return not told.organisation or told.organisation.casefold() in row.words.casefold()


def redaction_units(audited: Audited) -> Iterator[Unit]:
    """Each redaction that assurance.yaml tells of, each the register shows beside them, else one question."""
    told = _redactions(audited)
    for one in told:
        yield _told(one, audited)
    shown = list(_shown(told, audited))
    yield from shown
    assurance = audited.case.records.assurance
    if not told and not shown and not (assurance is not None and _SECTION in assurance.tells):
        for day in audited.days_to_ask():
            facts = RedactionFacts(**audited.event(day), paper=False, member="anybody", withheld="any entry")
            yield Unit(Examines.REDACTION, facts, evidence=(audited.case.body.source,), lasting=True)


def _told(told: Redaction, audited: Audited) -> Unit:
    on = told.decided_on if told.decided_on and audited.within(told.decided_on) else audited.last_day
    person = audited.everybody.match(told.person).person
    name = person.name if person else told.person
    facts = RedactionFacts(
        **audited.event(on),
        member=name,
        withheld=f"the interest in {told.organisation}" if told.organisation else "an entry",
        decided_by=told.decided_by,
        by_guardian=_by_guardian(told, audited),
        decided_on=told.decided_on,
        reason=told.reason,
        unredacted_copy_kept=told.unredacted_copy_kept,
    )
    return Unit(
        Examines.REDACTION, facts, evidence=(told.source,), person=name, interest=told.organisation, lasting=True
    )


def _by_guardian(told: Redaction, audited: Audited) -> bool | None:
    """Whether the guardian decided, by that word or by name; None where no paper names a guardian."""
    if not told.decided_by:
        return None
    if _GUARDIAN in told.decided_by.casefold():
        return True
    names = _guardians(audited.case.records.assurance, told.decided_on or audited.last_day)
    names += [audited.case.body.guardian] if audited.case.body.guardian else []
    if not names:
        return None
    return any(_same_name(told.decided_by, name, audited) for name in names)


def _guardians(assurance: Assurance | None, on: date) -> list[str]:
    known = assurance.guardians() if assurance else ()
    return [one.name for one in known if one.name and one.in_office(on)]


def _same_name(one: str, other: str, audited: Audited) -> bool:
    first, second = audited.everybody.match(one).person, audited.everybody.match(other).person
    if first is not None and second is not None:
        return first.key == second.key
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _shown(told: Sequence[Redaction], audited: Audited) -> Iterator[Unit]:
    """Rows of an edition that say themselves that something is withheld, and of which assurance.yaml is silent."""
    for edition in editions(audited):
        on = edition.register.edition or audited.last_day
        for interest in edition.register.interests:
            if not is_withheld(interest) or not audited.within(on):
                continue
            person = audited.everybody.match(interest.person).person or Person(name=interest.person)
            nameless = is_withheld(interest.model_copy(update={"organisation": "", "nature": ""}))
            if any(nameless or _same_name(one.person, interest.person, audited) for one in told):
                continue
            facts = RedactionFacts(**audited.event(on), member=person.name, withheld="an entry", told=False)
            yield Unit(Examines.REDACTION, facts, evidence=(interest.source,), person=person.name, lasting=True)
