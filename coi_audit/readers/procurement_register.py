"""Registers of procurement decisions and contracts awarded (Annex H), lists of support contracts, and award notices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.procurement import Procurement
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.days_in_text import first_day
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.records.forms import read_records
from coi_audit.readers.records.header import read_label
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.paper import open_record_paper
from coi_audit.readers.records.rows import RecordRow
from coi_audit.readers.records.table import RecordTable, RecordTables
from coi_audit.readers.records.values import is_silent, read_day, says_nothing_to_list

KIND = DocumentKind.PROCUREMENT.value
_WORDS = (
    "description", "existing", "procurement_type", "process", "clinical_lead", "contract_manager", "decided_by",
    "decision_makers", "evaluators", "conflicts", "mitigation", "justification", "bidders", "bidder_declarations",
    "price_per_head", "population", "contract_from", "contract_until", "notice", "break_clause", "checklist",
    "sole_capability", "beyond_core", "conflicts_assessment", "criteria", "reasons", "comments",
)  # fmt: skip
_JOINED = re.compile(
    r"\b(?:conflicts?|interests?)\b.*(?:\band\b|&|/|,|;).*\b(?:manag|mitigat|handl|action)", re.IGNORECASE
)
_TERM = re.compile(r"\s+(?:to|until)\s+|\s+[-–—]\s+|(?<=\d{4})\s*[-–—]\s*(?=\d{1,2}[\s./])", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:address|registered office|principal place)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_HEALTH = re.compile(r"\b(?:health|healthcare|clinical|medical|nhs services)\b", re.IGNORECASE)
_NOT_HEALTH = re.compile(
    r"\b(?:non|not)[\s-]+(?:a\s+)?(?:health|clinical|medical)|\b(?:goods|works|corporate|support|consultancy|advice"
    r"|ICT|IT|systems?|professional services)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands: the fields its table has a column for, and whether it is a form of its own."""

    columns: frozenset[str]
    form: bool
    joined: bool = False  # one column tells of conflicts and of how they were managed


def read_procurement(path: Path, root: Path) -> RecordsRead:
    """Read one paper. Raises `UserError` where nothing in it is known as a list of contracts or decisions."""
    tables = read_records(path, root, KIND)
    form = any(not table.headings for table in tables)
    labels = _labels(path, root) if form else frozenset()
    found = [
        one
        for table in tables
        for row in table.rows
        if (one := _procurement(row, _place_of(table, labels, form=form), tables)) is not None
    ]
    if not found and not tables.nil and not tables.tables:
        raise tables.no_table("procurement decisions or contracts", "Contract/Service title, Decision making process")
    paper = RecordPaper(
        kind=KIND, file=tables.file, edition=tables.edition, columns=_columns(tables.tables), source=tables.source
    )
    rejected = tuple(tables.rejected)
    rows = sum(len(table.rows) for table in tables)
    return RecordsRead(
        paper,
        Records(procurements=tuple(found)),
        rejected=rejected,
        rows_read=len(found),
        rows_rejected=rows - len(found),
        notices=tuple(tables.notices),
    )


def _place_of(table: RecordTable, labels: frozenset[str], *, form: bool) -> _Place:
    apart = {"conflicts", "mitigation"} <= set(table.columns)
    joined = not apart and any(_JOINED.search(heading) for heading in table.headings)
    return _Place(labels | set(table.columns), form, joined)


def _labels(path: Path, root: Path) -> frozenset[str]:
    """The fields whose labels stand in a form, filled in or not."""
    paper = open_record_paper(path, root=root)
    texts = [line.text.partition(":")[0] for line in paper.lines if ":" in line.text]
    texts += [cell.text for grid in paper.grids for row in grid.rows for cell in row[::2] if cell.text]
    found = (read_label(KIND, text) for text in texts)
    return frozenset(one.field for one in found if one is not None and one.whole)


def _columns(tables: list[RecordTable]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for table in tables for name in table.columns))


def _procurement(row: RecordRow, place: _Place, tables: RecordTables) -> Procurement | None:
    """One decision or contract; None for a row that says there is none, or names neither a contract nor a supplier."""
    supplier, address = _supplier(row, place)
    title = row.text("title") or row.text("description") or row.text("reference")
    if row.nil and (not title or says_nothing_to_list(title)):
        return None
    if not title and not supplier:
        tables.rejected.append(_unnamed(row))
        return None
    words = {name: _words(row, name, place) for name in _WORDS}
    if place.joined:
        told = words["conflicts"] if words["mitigation"] is None else words["mitigation"]
        words |= {name: told for name in ("conflicts", "mitigation") if words[name] is None}
    words |= _term(row, words, asked="contract_term" in place.columns)
    return Procurement(
        reference=row.text("reference"),
        title=" ".join((title or f"Contract with {supplier}").split()),
        decided_on=_decided_on(row),
        started_on=row.day("started_on"),
        begins_on=_begins_on(row, words["contract_from"]),
        supplier=supplier,
        supplier_told=place.form or bool({"supplier", "supplier_and_address"} & place.columns),
        address=address,
        value_total=row.money("value_total"),
        value_to_body=row.money("value_to_body"),
        value_text=_value_text(row, place),
        health=_health(row.text("health")),
        source=row.source,
        **words,
    )


def _words(row: RecordRow, name: str, place: _Place) -> str | None:
    """The words of a field; None where the paper has no place for it. "TBC" is blank; "None" is an answer."""
    if name not in place.columns:
        return None
    texts = [text for text in row.texts(name) if text.strip(" -–—_") and not is_silent(text)]
    said = "\n".join(dict.fromkeys(texts))
    none = [text for text in row.texts(name) if name in _ANSWERED and _NOT_APPLICABLE.match(text.strip())]
    return said or (none[0] if none else "")


_NOT_APPLICABLE = re.compile(r"n/?\.?a\.?$|not applicable\.?$", re.IGNORECASE)
_ANSWERED = frozenset({"conflicts", "mitigation", "justification"})  # "N/A" there is an answer


def _term(row: RecordRow, words: dict[str, str | None], *, asked: bool) -> dict[str, str | None]:
    """From and to where one cell tells both: "1 April 2017 - 31 March 2020", or only for how long; `asked` for both."""
    term = row.text("contract_term")
    if not term and not words["contract_until"] and _both_days(words["contract_from"] or ""):
        term = words["contract_from"] or ""
    elif not term and asked:  # a place for both that was left blank
        return {name: words[name] or "" for name in ("contract_from", "contract_until")}
    elif not term or words["contract_from"] or words["contract_until"]:
        return {}
    first, *rest = _TERM.split(term, maxsplit=1)
    return {"contract_from": first, "contract_until": rest[0] if rest else (term if first_day(term) is None else "")}


def _both_days(text: str) -> bool:
    """Whether one text gives a first and a last day."""
    parts = _TERM.split(text, maxsplit=1)
    return len(parts) == 2 and all(first_day(part) is not None for part in parts)


def _begins_on(row: RecordRow, told: str | None) -> date | None:
    days = [read_day(cell.value, cell.text).value for cell in row.cells.get("contract_from", ())]
    return next((day for day in days if day is not None), first_day(told) if told else None)


def _decided_on(row: RecordRow) -> date | None:
    """The day of the decision; where it has no cell of its own, a day beside the committee that decided."""
    return row.day("decided_on") or first_day(row.text("decided_by"))


def _supplier(row: RecordRow, place: _Place) -> tuple[str, str | None]:
    """The supplier and its address, which one cell may hold together: name first, then lines or commas."""
    name = row.text("supplier")
    address = row.text("address") if "address" in place.columns else None
    both = row.text("supplier_and_address")
    if "supplier_and_address" not in place.columns and address is None and _tells_address(row):
        return _name_and_rest(name)
    if "supplier_and_address" not in place.columns:
        return "; ".join(line.strip(" ;,") for line in name.split("\n") if line.strip(" ;,")), address
    first, rest = _name_and_rest(both)
    return name or first, address or rest


def _tells_address(row: RecordRow) -> bool:
    """Whether the supplier's own column asks for its address as well."""
    return any(_ADDRESS.search(cell.heading) for cell in row.cells.get("supplier", ()))


def _name_and_rest(text: str) -> tuple[str, str]:
    lines = [line.strip(" ,") for line in text.split("\n") if line.strip(" ,")]
    if len(lines) > 1:
        return lines[0], ", ".join(lines[1:])
    parts = [part.strip() for part in re.split(r",|;|\s[-–—]\s", text) if part.strip()]
    if len(parts) > 1 and (len(parts) > 2 or _POSTCODE.search(text) or re.search(r"\d", parts[1])):
        return parts[0], ", ".join(parts[1:])
    return text.strip(), ""


def _value_text(row: RecordRow, place: _Place) -> str | None:
    names = [name for name in ("value_total", "value_to_body") if name in place.columns]
    if not names:
        return None
    return next((row.text(name) for name in names if row.text(name)), "")


def _health(text: str) -> bool | None:
    """Whether the paper's own word says that these are health care services."""
    folded = text.strip().casefold()
    if folded in ("yes", "y", "true"):
        return True
    if folded in ("no", "n", "false") or _NOT_HEALTH.search(text):
        return False
    return True if _HEALTH.search(text) else None


def _unnamed(row: RecordRow) -> Rejected:
    source: SourceRef = row.source
    return Rejected(
        file=source.file,
        place=source.place().removeprefix(source.file).lstrip(", "),
        value=source.text[:300],
        problem="names neither a contract nor a supplier",
        fix="give the title of the contract or service, or take the row out.",
    )
