"""One page to paste: related parties, conflicts and the opinion, for the annual report and governance statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coi_audit.linking.links import describe
from coi_audit.model.audit import Audit, ItemAudit, MeetingAudit
from coi_audit.model.linking import Conflict, Party
from coi_audit.model.words import LinkKind, Match, Purpose, Stage
from coi_audit.report.assessment_view import assessment_view
from coi_audit.report.tallies import Tallies
from coi_audit.report.words import count, day, listed, opinion_words, period_of, words

_OF_PARTY = (LinkKind.NAMED_PARTY, LinkKind.PROVIDER_PARTY)


@dataclass(frozen=True, slots=True)
class RelatedParty:
    """One organisation that the body decided on, who of its members has an interest in it, and when it was decided."""

    name: str
    holders: tuple[str, ...]
    decisions: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Extract:
    """Sentences to paste, in order, and the table of related parties."""

    paragraphs: tuple[str, ...]
    parties: tuple[RelatedParty, ...]


def extract(audit: Audit, tallies: Tallies) -> Extract:
    """The whole page."""
    parties = related_parties(audit)
    return Extract((_meetings(audit, tallies), _handled(tallies), _parties(parties, audit), _opinion(audit)), parties)


def related_parties(audit: Audit) -> tuple[RelatedParty, ...]:
    """By name; only meetings that were held, items for decision, and parties that are known for certain."""
    found: dict[str, tuple[str, dict[str, None], dict[str, list[str]]]] = {}
    for meeting, item, conflict, party in _touched(audit):
        _, holders, decisions = found.setdefault(party.ods_code or party.name.casefold(), (party.name, {}, {}))
        holders[f"{conflict.holding.person.name}: {describe(conflict.holding)}"] = None
        numbers = decisions.setdefault(day(meeting.date), [])
        label = item.item.number or item.item.title
        if label not in numbers:
            numbers.append(label)
    rows = [
        RelatedParty(
            name,
            tuple(holders),
            tuple(f"{when}, {'item' if len(items) == 1 else 'items'} {listed(items)}" for when, items in told.items()),
            _value(name, audit),
        )
        for name, holders, told in found.values()
    ]
    return tuple(sorted(rows, key=lambda one: one.name.casefold()))


def _touched(audit: Audit) -> Iterator[tuple[MeetingAudit, ItemAudit, Conflict, Party]]:
    for meeting in audit.meetings:
        for item in meeting.items if meeting.stage is Stage.HELD else ():
            for conflict in item.conflicts if item.classification.purpose is Purpose.DECISION else ():
                party = conflict.link.party
                known = party is not None and party.outcome is not Match.ASK
                if party is not None and known and conflict.link.kind in _OF_PARTY:
                    yield meeting, item, conflict, party


def _value(name: str, audit: Audit) -> str:
    """The value of contracts with a supplier of that very name, as the body's own list gives it."""
    contracts = audit.kept_lists.contracts if audit.kept_lists else ()
    values = [one.value for one in contracts if one.value and one.supplier.casefold() == name.casefold()]
    return "; ".join(values)


def _meetings(audit: Audit, tallies: Tallies) -> str:
    committees = listed(sorted({one.committee for one in audit.meetings}))
    told = (
        f"In the period {period_of(audit.scope)}, {count(tallies.held, 'meeting')} of the {committees} "
        f"{'was' if tallies.held == 1 else 'were'} held with minutes, on {count(tallies.items, 'agenda item')}. "
        f"The registers of interests, as read for this audit, held {count(tallies.interests_read, 'entry', 'entries')} "
        f"and {count(tallies.nil_returns, 'nil return')}."
    )
    if tallies.missing:
        told += f" {count(tallies.missing, 'meeting')} left no papers."
    return told


def _handled(tallies: Tallies) -> str:
    ways = [f"{number} {words(kind)}" for kind, number in tallies.handling.items() if number]
    if not tallies.conflicts:
        return "No conflict of interest that asks for more than noting was found."
    asked = "conflict of interest asked" if tallies.conflicts == 1 else "conflicts of interest asked"
    return (
        f"{tallies.conflicts} {asked} for action at these meetings: {listed(ways)}. "
        f"{count(tallies.to_note, 'further interest')} needed only to be noted."
    )


def _parties(parties: tuple[RelatedParty, ...], audit: Audit) -> str:
    if not parties:
        return (
            f"No decision of {audit.body.name} was found to concern an organisation in which a member has an interest."
        )
    return (
        f"{audit.body.name} took decisions on {count(len(parties), 'organisation')} in which a member, or somebody "
        "close to a member, has an interest. They are listed below; the amounts are for the finance team to confirm."
    )


def _opinion(audit: Audit) -> str:
    raised = [one for one in audit.findings if one.outcome.value == "not_met"]
    told = (
        f"An audit of the management of conflicts of interest, as at {day(audit.as_of)}, came to the opinion "
        f"“{opinion_words(audit)[:1].lower()}{opinion_words(audit)[1:]}”, with {count(len(raised), 'finding')}. "
        "It was made from the papers with coi-audit; it is not the internal auditor's opinion."
    )
    for one in assessment_view(audit.assessment).audits if audit.assessment else ():
        ratings: dict[str, int] = {}
        for area in one.areas:
            ratings[area.mark.words] = ratings.get(area.mark.words, 0) + 1
        rated = listed([f"{number} {name[:1].lower()}{name[1:]}" for name, number in ratings.items()])
        told += f" {one.title}: {rated}."
    return told
