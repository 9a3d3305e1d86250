"""What a register that goes out rests on: its template, the time limits, whose entries it holds, what it keeps back."""

from __future__ import annotations

from datetime import date

from coi_audit.model.outgoing import Basis, Circle, ListKind
from coi_audit.model.words import EvidenceMark
from coi_audit.rulebook.publication import Publication, PublishedPeople
from coi_audit.rulebook.types import Citation, Rulebook

_ANNEX = {ListKind.INTERESTS: "B", ListKind.GIFTS: "D", ListKind.PROCUREMENT: "H"}
_MASKS = {
    ListKind.INTERESTS: ("family", "redaction", "provenance"),
    ListKind.GIFTS: ("private_giver", "family", "redaction", "provenance"),
    ListKind.PROCUREMENT: ("family", "redaction", "provenance"),
}
_WHO = {
    PublishedPeople.EVERYBODY: "Everybody's entries are published.",
    PublishedPeople.DECISION_MAKERS: "The entries of decision-making staff have to be published; others are not shown.",
}


def bases_of(
    circle: Circle, *, on: date, rulebook: Rulebook, publication: Publication
) -> tuple[tuple[ListKind, tuple[Basis, ...]], ...]:
    """What each kind of register rests on, on that day."""
    found = {kind: [_template(kind)] for kind in ListKind}
    found[ListKind.INTERESTS] += _limits(circle, on, rulebook, publication)
    people = publication.people_on(on)
    if circle is Circle.PUBLIC and people is not None:
        found[ListKind.INTERESTS].append(_cited(_WHO[people.who], people.citation, people.evidence))
    if circle is Circle.PUBLIC:
        for kind in ListKind:
            masks = [publication.mask(name) for name in _MASKS[kind]]
            found[kind] += [
                _cited(f"Kept back: {one.keeps_back[:1].lower()}{one.keeps_back[1:]}", one.citation, one.evidence)
                for one in masks
                if one is not None
            ]
    return tuple((kind, tuple(bases)) for kind, bases in found.items())


def _template(kind: ListKind) -> Basis:
    sentence = (
        f"The columns are those of Annex {_ANNEX[kind]} of the 2016 and 2017 editions of the guidance, under short "
        "labels: the printed wording is recalled, and was not compared."
    )
    return Basis(sentence, None, None, EvidenceMark.RECALLED)


def _limits(circle: Circle, on: date, rulebook: Rulebook, publication: Publication) -> list[Basis]:
    asked = [(publication.published_rule, "the published register")]
    if circle is Circle.INTERNAL:
        asked.append((publication.record_rule, "the body's own record"))
    found = []
    for rule, where in asked:
        version = rulebook.version_on(rule, on)
        if version is not None and not version.off:
            sentence = f"An interest that ended stays on {where} for {_long(version.params.months)} at least."
            found.append(_cited(sentence, version.citation, version.evidence))
    return found


def _long(months: int) -> str:
    return f"{months // 12} years" if months % 12 == 0 and months > 12 else f"{months} months"


def _cited(sentence: str, citation: Citation | None, mark: EvidenceMark) -> Basis:
    if citation is None:
        return Basis(sentence, None, None, mark)
    return Basis(sentence, citation.source.title, citation.locator, mark)
