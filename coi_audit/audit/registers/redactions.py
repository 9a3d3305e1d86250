"""What is withheld from the published registers by decision, found among the entries; in doubt more is withheld."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_published_interests import redaction_units
from coi_audit.linking.names import normalise
from coi_audit.model.assurance import Redaction
from coi_audit.model.facts_of_registers import RedactionFacts
from coi_audit.model.outgoing import Holder, KeptInterest, KeptRegisters


@dataclass(frozen=True, slots=True)
class Withheld:
    """`people` are withheld as a whole, by name as entries give it; `rows` are keys of single interests.

    `names` are all the ways in which those people are written; `apart` are names of a person and of an organisation
    whose tie is withheld. `alerts` say what a person should look at.
    """

    people: frozenset[str]
    rows: frozenset[str]
    names: tuple[str, ...]
    apart: tuple[tuple[str, str], ...]
    alerts: tuple[str, ...]
    unfound: bool  # somebody, or an interest, that is to be withheld is not on the registers

    def person(self, holder: Holder) -> bool:
        """Whether the name is withheld."""
        return holder.name in self.people

    def interest(self, kept: KeptInterest) -> bool:
        """Whether the details of this interest are."""
        return self.person(kept.holder) or kept.interest.key in self.rows


def withheld_of(full: KeptRegisters, audited: Audited) -> Withheld:
    """Every redaction that assurance.yaml lists, honoured even where it lacks the guardian's decision."""
    assurance = audited.case.records.assurance
    people: set[str] = set()
    rows: set[str] = set()
    names: list[str] = []
    apart: list[tuple[str, str]] = []
    alerts: list[str] = []
    for told in assurance.redactions if assurance else ():
        holders = _holders(told, full, audited)
        if not holders:
            alerts.append(_unknown(told))
            names.append(told.person)
        elif len(holders) > 1:
            alerts.append(
                f'The redaction of "{told.person}" could mean {" or ".join(sorted(holders))}: all are withheld.'
            )
        if not told.organisation:
            people |= holders
            names += [told.person, *holders, *_written(holders, audited)]
            continue
        apart += [(name, told.organisation) for name in (told.person, *sorted(holders))]
        for holder in sorted(holders):
            rows |= _rows(told, holder, full, alerts)
    told_all = (*alerts, *_undecided(audited))
    return Withheld(
        frozenset(people), frozenset(rows), tuple(dict.fromkeys(names)), tuple(apart), told_all, bool(alerts)
    )


def _holders(told: Redaction, full: KeptRegisters, audited: Audited) -> frozenset[str]:
    """Names, as the entries give them, of everybody the redaction may mean."""
    match = audited.everybody.match(told.person)
    meant = {one.key for one in (match.candidates or ((match.person,) if match.person else ()))}
    meant.add(_folded(told.person))
    listed = {one.name for one in full.holders()}
    return frozenset(one for one in listed if _folded(one) in meant)


def _written(holders: frozenset[str], audited: Audited) -> list[str]:
    known = [one for one in audited.everybody.persons if one.name in holders]
    return [name for one in known for name in one.names]


def _rows(told: Redaction, holder: str, full: KeptRegisters, alerts: list[str]) -> set[str]:
    """The person's interests that the redaction names; all of them where none is found."""
    own = [one.interest for one in full.interests if one.holder.name == holder]
    wanted = normalise(told.organisation).key
    found = {
        one.key
        for one in own
        if told.organisation.casefold() in one.words.casefold()
        or (wanted and f" {wanted} " in f" {normalise(f'{one.organisation} {one.nature}').key} ")
        or (len(normalise(one.organisation).key) > 3 and f" {normalise(one.organisation).key} " in f" {wanted} ")
    }
    if found:
        return found
    alerts.append(
        f'No interest of {holder} in "{told.organisation}" stands on the register, though one is to be withheld: '
        f"all of {holder}'s are."
    )
    return {one.key for one in own}


def _unknown(told: Redaction) -> str:
    where = told.source.place()
    return f'Nobody on the registers is called "{told.person}" ({where}), of whom something is to be withheld.'


def _undecided(audited: Audited) -> list[str]:
    """Redactions without the guardian's decision: honoured, and told."""
    found = [unit.facts for unit in redaction_units(audited)]
    loose = [
        one.member
        for one in found
        if isinstance(one, RedactionFacts) and one.paper and one.told and (not one.by_guardian or not one.reason)
    ]
    if not loose:
        return []
    return [
        "Withheld, though the papers show no decision of the guardian with a reason for it: "
        f"{', '.join(sorted(set(loose)))}."
    ]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
