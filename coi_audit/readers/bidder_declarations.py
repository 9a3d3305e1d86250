"""Declarations of bidders and contractors (Annex I): one form a file, or a list of those received."""

from __future__ import annotations

import re
from pathlib import Path

from coi_audit.model.evidence import Rejected
from coi_audit.model.procurement import BidderDeclaration
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.records.forms import read_record_forms
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.rows import RecordRow
from coi_audit.readers.records.table import RecordTables, read_record_tables
from coi_audit.readers.records.values import is_silent

KIND = DocumentKind.BIDDERS.value
_INTERESTS = ("services_to_body", "services_to_bidder", "connection", "interests", "person")
_ABOUT = re.compile(
    r"\b(?:procurement|tender|contract|project|service)\b\s*(?:of|for|:|-|–|—)\s*(?P<name>.{4,120})", re.I
)


def read_bidders(path: Path, root: Path) -> RecordsRead:
    """Read one paper. A form is made even where nothing is declared in it: that is what it says.

    Raises `UserError` where neither a list of bidders nor a form with an organisation's name is in it.
    """
    tables = read_record_tables(path, root, KIND)
    listed = bool(tables.rows) and "bidder" in tables.columns
    read = tables if listed else read_record_forms(path, root, KIND)
    found = [one for row in read.rows if (one := _declaration(row, read, listed=listed)) is not None]
    if not found and not (listed and tables.nil):
        raise tables.no_table("bidders' declarations", "Name of organisation, Type of interest, Details")
    paper = RecordPaper(kind=KIND, file=read.file, edition=read.edition, columns=read.columns, source=read.source)
    return RecordsRead(
        paper,
        Records(bidder_declarations=tuple(found)),
        rejected=tuple(read.rejected),
        rows_read=len(found),
        rows_rejected=len(read.rows) - len(found),
        notices=tuple(read.notices),
    )


def _declaration(row: RecordRow, read: RecordTables, *, listed: bool) -> BidderDeclaration | None:
    bidder = row.text("bidder") or row.text("on_behalf_of")
    if not bidder:
        source = row.source
        problem, fix = "names no bidder", "give the name of the organisation that made the declaration."
        place = source.place().removeprefix(source.file).lstrip(", ")
        read.rejected.append(Rejected(file=source.file, place=place, value=source.text[:300], problem=problem, fix=fix))
        return None
    said = [text for name in _INTERESTS for text in row.texts(name) if not is_silent(text)]
    received = row.flag("received") if listed and "received" in row.cells else None
    return BidderDeclaration(
        bidder=" ".join(bidder.split()),
        procurement=row.text("procurement") or ("" if listed else _about(read)),
        declared_on=row.day("declared_on"),
        interests="\n".join(dict.fromkeys(said)),
        received=received,
        source=row.source,
    )


def _about(read: RecordTables) -> str:
    """What a form is about, where a line over it tells: "Procurement: Elm Street caretaking"."""
    found = (_ABOUT.search(line) for line in read.lines if len(line.split()) <= 25)
    return next((match["name"].strip() for match in found if match is not None), "")
