"""Everybody who may have to be trained, year by year, beside what the training lists show of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_staff import decides, person_of_staff
from coi_audit.audit.facts_of_years import Year, years
from coi_audit.audit.trained import TrainingPapers, key_of, training_papers
from coi_audit.audit.unit import Unit
from coi_audit.model.assurance import Training
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_governance import TrainingFacts
from coi_audit.model.linking import Person
from coi_audit.model.words import CommitteeKind, Examines, Role

_FIRST = (CommitteeKind.GOVERNING_BODY, CommitteeKind.PCCC, CommitteeKind.JOINT)


@dataclass(frozen=True, slots=True)
class Learner:
    """One person in the roles of one day: the seat that asks for training before any other."""

    name: str
    role: Role
    committee: str
    kind: CommitteeKind
    decides: bool | None
    started_on: date | None
    source: SourceRef


def training_units(audited: Audited) -> Iterator[Unit]:
    """One unit a person and year, on the last day the lists speak for; without a list, the question."""
    papers = training_papers(audited)
    if not papers.there:
        for day in audited.days_to_ask():
            facts = TrainingFacts(
                **audited.event(day), paper=False, member="everybody for whom module 1 is mandatory", listed=False
            )
            yield Unit(Examines.TRAINING, facts, evidence=(audited.case.body.source,), lasting=True)
        return
    for year in years(audited):
        end = min(year.last, audited.last_day)
        made, older = papers.day_for(year.first, end)
        on = made or end
        for learner in _learners(on, audited):
            yield _unit(learner, year, on, papers=papers, older=older, audited=audited)


def _learners(on: date, audited: Audited) -> list[Learner]:
    """Members of committees in office that day, each once, then decision-making staff who sit on none."""
    chosen: dict[str, Learner] = {}
    committees = sorted(audited.case.body.committees, key=lambda one: _rank(one.kind))
    for committee in committees:
        for seat in committee.members:
            if not seat.in_office(on):
                continue
            person = audited.everybody.match(seat.name).person or Person(name=seat.name)
            decision = decides(person, audited)
            learner = Learner(
                person.name, seat.role, committee.name, committee.kind, decision, seat.from_, seat.source
            )  # fmt: skip
            known = chosen.setdefault(person.key, learner)
            if known.role is not Role.EXECUTIVE and seat.role is Role.EXECUTIVE and known.kind not in _FIRST:
                chosen[person.key] = learner
    for staff in audited.case.records.staff:
        person = person_of_staff(staff, audited)
        started = staff.started_on is None or staff.started_on <= on
        if started and (staff.left_on is None or on <= staff.left_on) and decides(person, audited):
            chosen.setdefault(
                person.key,
                Learner(
                    person.name, Role.OTHER, staff.position or "decision-making staff", CommitteeKind.OTHER, True,
                    staff.started_on, staff.source,
                ),
            )  # fmt: skip
    return list(chosen.values())


def _rank(kind: CommitteeKind) -> int:
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


def _unit(
    learner: Learner, year: Year, on: date, *, papers: TrainingPapers, older: bool, audited: Audited
) -> Unit:  # fmt: skip
    rows = papers.results(learner.name)
    best = _best([one for one in rows if one.completed_on is None or one.completed_on <= on])
    facts = TrainingFacts(
        **audited.event(on),
        member=learner.name,
        role=learner.role,
        committee=learner.committee,
        committee_kind=learner.kind,
        decision_maker=learner.decides,
        started_on=learner.started_on,
        year_ended=on == year.last,
        list_on=papers.speaks_for.get(best.source.file) if best is not None else None,
        list_is_older=older,
        listed=bool(rows),
        required=best.required if best is not None else None,
        only_later=bool(rows) and best is None,
        completed_on=best.completed_on if best is not None else None,
        score=best.score if best is not None else None,
        passed=best.passed if best is not None else None,
    )
    evidence = ([best.source] if best is not None else [one.source for one in rows[:1]]) + [learner.source]
    return Unit(
        Examines.TRAINING,
        facts,
        evidence=tuple(dict.fromkeys(evidence)),
        person=learner.name,
        meeting=None,
        committee=learner.committee,
        interest=key_of(learner.name, audited),
        lasting=True,
    )


def _best(rows: list[Training]) -> Training | None:
    """The newest result that is no failure, of one day the better score; else the newest; else a row without any."""
    order = sorted(
        rows,
        key=lambda one: (one.passed is not False and _tells(one), one.completed_on or date.min, one.score or 0.0),
    )
    return order[-1] if order else None


def _tells(row: Training) -> bool:
    return row.passed is not None or row.completed_on is not None or row.score is not None
