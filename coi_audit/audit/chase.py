"""Who owes a declaration, a nil return, a refresh, a missing part or an action on a day: by the rules' own answers.

Nothing is judged here a second time: the same facts go to the same checks as in an audit of that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain

from coi_audit.audit.answered import answered_case, knowing
from coi_audit.audit.audited import Audited
from coi_audit.audit.chase_debts import TELLINGS, Telling
from coi_audit.audit.chase_people import Seated, seated_on, stands_in_newest
from coi_audit.audit.engine import fingerprint
from coi_audit.audit.examine import examine_meeting
from coi_audit.audit.facts_of_holdings import holding_units
from coi_audit.audit.facts_of_role_changes import role_change_units
from coi_audit.audit.facts_of_staff import staff_units
from coi_audit.audit.facts_of_told_interests import told_interest_units
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request, people_of_case
from coi_audit.audit.settle import NOTHING_ANSWERED, settle
from coi_audit.audit.unit import Unit
from coi_audit.audit.units_of_people import units_in_office, units_of_interests
from coi_audit.model.case import Case
from coi_audit.model.chase import Chase, Debt, Debtor, Lead, Owed, Reason
from coi_audit.model.dates import in_words
from coi_audit.model.evidence import each_once
from coi_audit.model.given import Action, ActionState
from coi_audit.model.words import RuleOutcome
from coi_audit.rulebook.apply import Applied, apply_rule
from coi_audit.rulebook.policy import under_policy
from coi_audit.rulebook.types import Rule, Rulebook


def chase(case: Case, *, as_of: date, knowledge: Knowledge, actions: Sequence[Action] | None = None) -> Chase:
    """Who owes what on that day. Pure: the same case, day, knowledge and actions give the same answer.

    Asked are those on a committee that day and staff in post then. `actions` are those of a store's plan, None where
    there is no store. An interest that no edition of the person's newest day shows any more is not asked about.
    """
    audited = _audited(case, as_of, knowledge)
    seated = seated_on(as_of, audited)
    found = _Found(audited, seated)
    for unit in _units(audited):
        found.take(unit)
    for action in actions or ():
        found.act(action)
    return Chase(
        body=case.body,
        as_of=as_of,
        debtors=found.debtors(),
        leads=found.leads(),
        people=len(seated),
        with_actions=actions is not None,
        notices=_notices(audited),
        failed=tuple(dict.fromkeys(found.failed)),
        rejected=case.rejected,
    )


def chase_ahead(
    case: Case, *, as_of: date, within: int, knowledge: Knowledge, actions: Sequence[Action] | None = None
) -> Chase:
    """The same, with what falls due in so many days after it if nothing comes in until then."""
    now = chase(case, as_of=as_of, knowledge=knowledge, actions=actions)
    if within <= 0:
        return now
    last = as_of + timedelta(days=within)
    then = chase(
        case, as_of=last + timedelta(days=1), knowledge=knowledge
    )  # what is due on a day is owed the day after
    owed = {one.person: one for one in now.debtors}
    for coming in then.debtors:
        known = owed.get(coming.person)
        have = {(debt.kind, debt.what) for debt in known.debts} if known is not None else set()
        new = [
            replace(debt, overdue=0)
            for debt in coming.debts
            if debt.due is not None and as_of <= debt.due <= last and (debt.kind, debt.what) not in have
        ]
        if new:
            debts = (*(known.debts if known is not None else ()), *new)
            owed[coming.person] = replace(known or coming, debts=tuple(sorted(debts, key=_latest_first)))
    return replace(now, debtors=_in_order(owed.values()), within=within)


def _audited(case: Case, as_of: date, knowledge: Knowledge) -> Audited:
    """The case as an audit of that day knows it: with the people's answers and under the body's own policy."""
    policy = under_policy(knowledge.rulebook, knowledge.actions, case.records.policy_changes)
    unanswered = replace(knowledge, rulebook=policy.rulebook, actions=policy.table)
    settled = settle(case, request=Request(as_of), knowledge=unanswered) if case.records.answers else NOTHING_ANSWERED
    papers, own = answered_case(case, settled.book), knowing(unanswered, settled.book)
    met = [one for one in papers.meetings if one.on <= as_of]
    examined = [examine_meeting(papers, one, knowledge=own, as_of=as_of) for one in met]
    return Audited(papers, examined, people_of_case(papers, own.answers), own, as_of)


def _notices(audited: Audited) -> tuple[str, ...]:
    asked, told = in_words(audited.as_of), []
    if audited.last_day < audited.as_of:
        last = in_words(audited.last_day)
        told.append(f"A CCG's last day was {last}: of {asked} most rules say nothing; ask for an earlier day.")
    rules = audited.knowledge.rulebook.rules.values()
    refreshing = [one for one in rules if one.check in TELLINGS and TELLINGS[one.check].kind is Owed.REFRESH]
    if not any((version := one.version_on(audited.as_of)) and not version.off for one in refreshing):
        told.append(f"No rule in force on {asked} says after how many months to declare anew: no refresh is chased.")
    return tuple(told)


def _units(audited: Audited) -> Iterable[Unit]:
    """What the rules on declarations are asked of, as on the day itself."""
    return chain(
        units_in_office(audited),
        (one for one in staff_units(audited) if one.facts.on == audited.as_of),
        role_change_units(audited),
        holding_units(audited),
        told_interest_units(audited),
        (unit for unit, row in units_of_interests(audited) if stands_in_newest(row, unit.person, audited)),
    )


@dataclass(slots=True)
class _Found:
    """What is owed and what is left open, as it is found."""

    audited: Audited
    seated: dict[str, Seated]
    owed: dict[str, dict[tuple[Owed, str], Debt]] = field(default_factory=dict)
    asked: dict[str, Lead] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def take(self, unit: Unit) -> None:
        """Ask every rule that tells of a debt about one unit."""
        knowledge = self.audited.knowledge
        for rule in knowledge.rulebook.rules.values():
            telling = TELLINGS.get(rule.check)
            if telling is None or rule.examines is not unit.examines:
                continue
            applied = apply_rule(rule, knowledge.checks[rule.check], unit.whole)
            kind = applied.outcome.kind
            if kind is RuleOutcome.NOT_MET:
                self._owes(unit, rule, telling, applied)
            elif kind is RuleOutcome.CANNOT_TELL and telling.still(unit.whole):
                self._ask(unit, rule, applied)
            elif kind is RuleOutcome.FAILED_TO_RUN:
                self.failed += applied.outcome.because

    def _owes(self, unit: Unit, rule: Rule, telling: Telling, applied: Applied) -> None:
        facts, version, outcome = unit.whole, applied.version, applied.outcome
        who = self._in_post(unit.person)
        if who is None or version is None or not telling.still(facts):
            return
        due, due_from = telling.due(facts, version.params)
        number = fingerprint(rule.id, unit, self.audited.case.body)
        reason = Reason(rule.id, rule.title, outcome.because, Rulebook.criterion(version), number)
        what = telling.what(facts, version.params, outcome)
        self._add(who.key, Debt(telling.kind, what, (reason,), due, due_from, self._overdue(due), unit.evidence))

    def _ask(self, unit: Unit, rule: Rule, applied: Applied) -> None:
        ask = applied.outcome.ask
        if ask is None or (unit.person is not None and self._in_post(unit.person) is None):
            return
        people = (unit.person,) if unit.person else ()
        self._lead(Lead(ask, (rule.id,), people))

    def act(self, action: Action) -> None:
        """An open action of the plan, for whoever it was given to."""
        if action.state is not ActionState.OPEN:
            return
        what = " ".join(action.recommendation.split())
        if not action.owner.strip():
            ask = f"Who is to do action {action.number}, and by when? {what}"
            self._lead(Lead(ask, tuple(sorted(action.rule_ids))))
            return
        rules = self.audited.knowledge.rulebook.rules
        marks = (*action.fingerprints, "")
        reasons = tuple(
            Reason(one, rules[one].title if one in rules else "", (), None, marks[0]) for one in action.rule_ids
        )
        who = self._in_post(action.owner)
        key = who.key if who is not None else action.owner.strip()
        self.seated.setdefault(key, Seated(key, key, ()))
        late = self._overdue(action.due)
        debt = Debt(Owed.ACTION, what, reasons, action.due, overdue=late, number=action.number)
        self._add(key, debt)

    def _in_post(self, name: str | None) -> Seated | None:
        person = self.audited.everybody.match(name).person if name else None
        if person is not None:
            return self.seated.get(person.key)
        return self.seated.get(" ".join((name or "").casefold().split()))

    def _overdue(self, due: date | None) -> int:
        return max(0, (self.audited.as_of - due).days) if due is not None else 0

    def _add(self, key: str, debt: Debt) -> None:
        own = self.owed.setdefault(key, {})
        same = (debt.kind, str(debt.number or "") + debt.what)
        known = own.get(same)
        own[same] = debt if known is None else _both(known, debt)

    def _lead(self, lead: Lead) -> None:
        known = self.asked.get(lead.ask)
        if known is not None:
            rules = tuple(sorted({*known.rule_ids, *lead.rule_ids}))
            lead = Lead(lead.ask, rules, tuple(sorted({*known.people, *lead.people})))
        self.asked[lead.ask] = lead

    def debtors(self) -> tuple[Debtor, ...]:
        """Each person once, whoever is latest first."""
        found = []
        for key, debts in self.owed.items():
            seated = self.seated[key]
            found.append(Debtor(seated.name, seated.committees, tuple(sorted(debts.values(), key=_latest_first))))
        return _in_order(found)

    def leads(self) -> tuple[Lead, ...]:
        """By rule, then by what is asked."""
        return tuple(sorted(self.asked.values(), key=lambda one: (one.rule_ids, one.people, one.ask)))


def _in_order(debtors: Iterable[Debtor]) -> tuple[Debtor, ...]:
    return tuple(sorted(debtors, key=lambda one: (-one.overdue, one.due or date.max, one.person.casefold())))


def _both(one: Debt, other: Debt) -> Debt:
    """One thing owed by two rules, or on two committees: by the earlier day, for the reasons of both."""
    known = {reason.rule_id for reason in one.reasons}
    first = min((one, other), key=lambda debt: debt.due or date.max)
    return replace(
        first,
        reasons=(*one.reasons, *(reason for reason in other.reasons if reason.rule_id not in known)),
        evidence=each_once((*one.evidence, *other.evidence)),
    )


def _latest_first(debt: Debt) -> tuple[object, ...]:
    return (-debt.overdue, debt.due or date.max, list(Owed).index(debt.kind), debt.what)
