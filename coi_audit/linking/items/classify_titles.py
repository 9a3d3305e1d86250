"""Agenda titles without their papers: one record a row, for the `classify` command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from coi_audit.linking.items.classify import classify
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import CommitteeKind
from coi_audit.rulebook.phrases import words_of
from coi_audit.rulebook.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class TitleRow:
    """One row of a file of titles. `committee` None or empty means a primary care commissioning committee."""

    title: str
    action: str | None = None
    committee: str | None = None
    echoed: Mapping[str, str] = field(default_factory=dict)  # the other columns, as they stood
    source: SourceRef = field(default_factory=lambda: SourceRef(file="titles"))


def classify_titles(rows: Iterable[TitleRow], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """One record a row, in order: the contract's keys, how sure they are, what the words do not say, the other columns.

    A column of the file that has the name of a result (say `scope`) is echoed as `scope (given)`.
    """
    return [_record(row, vocabulary) for row in rows]


def committee_kind_of(name: str | None) -> CommitteeKind:
    """The kind of committee its name tells; a primary care commissioning committee where no name is given."""
    stems = {word.stem for word in words_of(name or "")}
    if not stems or _is_primary_care(stems):
        return CommitteeKind.JOINT if "joint" in stems or stems & _JOINT else CommitteeKind.PCCC
    if "audit" in stems:
        return CommitteeKind.AUDIT
    if "remuneration" in stems:
        return CommitteeKind.REMUNERATION
    if {"governing", "body"} <= stems or ("board" in stems and not stems & _NO_BOARD):
        return CommitteeKind.GOVERNING_BODY
    return CommitteeKind.OTHER


_JOINT = frozenset({"pcjc", "pcjcc", "jpccc", "jcc"})
_SHORT = frozenset({"pccc", "pcc", "pccic", "pcog", "pccog", "pmcc", "gpcc", *_JOINT})
_ABOUT_GPS = frozenset({"contract", "contracting", "provider", "commissioning", "practice"})
_NO_BOARD = frozenset({"committee", "subcommittee", "programme", "project"})


def _is_primary_care(stems: set[str]) -> bool:
    """Whether a committee's words are those of one that commissions general practice."""
    shortened = any(stem.startswith("pccc") for stem in stems)
    spelt = {"primary", "care"} <= stems or {"primary", "medical"} <= stems or {"general", "practice"} <= stems
    return (
        bool(stems & _SHORT)
        or shortened
        or spelt
        or ("gp" in stems and bool(stems & _ABOUT_GPS))
        or ({"co", "commissioning"} <= stems or "cocommissioning" in stems)
    )


def _record(row: TitleRow, vocabulary: Vocabulary) -> dict[str, Any]:
    item = AgendaItem(title=row.title, action=row.action or None, source=row.source)
    result = classify(item, committee_kind=committee_kind_of(row.committee), vocabulary=vocabulary)
    record: dict[str, Any] = {
        "title": row.title,
        "decision_type": result.decision_type,
        "concerns_gp_services": result.concerns_gp_services,
        "scope": result.scope.value,
        "purpose": result.purpose.value,
        "parties": list(result.mentions),
        "because": list(result.because),
        "confidence": result.confidence.value,
        "cannot_tell": list(result.doubts),
    }
    for name, value in row.echoed.items():
        record[f"{name} (given)" if name in record else name] = value
    return record
