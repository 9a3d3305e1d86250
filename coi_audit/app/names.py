"""Names and titles in, organisations and decision types out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coi_audit.app.books import lists_of
from coi_audit.linking.items.classify_titles import classify_titles
from coi_audit.linking.organisations.directory import Directory, resolve_names
from coi_audit.model.evidence import Rejected
from coi_audit.model.organisations import ListEdition
from coi_audit.model.words import BodyKind
from coi_audit.readers.mentions import read_mentions
from coi_audit.readers.titles import read_titles
from coi_audit.rulebook.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Answers:
    """Records for `classify` and `resolve`, one a row, in order; the rows not understood and the lists used."""

    results: list[dict[str, Any]]
    rejected: tuple[Rejected, ...] = ()
    lists: tuple[ListEdition, ...] = ()


def classify_file(path: Path, *, rules: Path) -> Answers:
    """Agenda titles from a CSV to decision types, one record a row, in order."""
    rows, rejected = read_titles(path)
    return Answers(classify_titles(rows, load_vocabulary(rules / "vocabulary")), rejected)


def resolve_file(path: Path, *, organisations: Path | None, body_code: str, on: date) -> Answers:
    """Names from a CSV to organisations of one body's area on one day, one record a row, in order."""
    lists = lists_of(organisations, on)
    kind = BodyKind.ICB if body_code.strip().upper().startswith("Q") else BodyKind.CCG
    directory = Directory.build(lists, (), body_code=body_code, body_kind=kind)
    return Answers(resolve_names(read_mentions(path), directory, on), lists=lists.editions if lists else ())
