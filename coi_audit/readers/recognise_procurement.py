"""Whether a paper is a register of procurement decisions, a bidder's declaration or a checklist, by its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coi_audit.readers.checklists import question_key
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.records.header import read_label
from coi_audit.readers.records.headings import read_heading

_WHO = r"(?:bidders?|contractors?|tenderers?)"
_BIDDERS = re.compile(
    r"\bother potential bidder|\bname of relevant person\b"
    rf"|\bconflicts? of interests? (?:for|by|from|form for|declaration by) {_WHO}"
    rf"|\b{_WHO}['’]?s?(?:(?: and |/){_WHO}['’]?)? declarations? (?:register|list|log|of)\b"
    rf"|\bdeclarations? (?:of (?:conflicts? of )?interests? )?(?:for|by|from) {_WHO}\b",
    re.IGNORECASE,
)
_BIDDER = re.compile(r"\b(?:(?:bidder|tenderer|contractor)s?|bidding|tendering)\b", re.IGNORECASE)
_BIDS = re.compile(r"\b(?:bidd(?:er|ing)|tender(?:er|ing))", re.IGNORECASE)
_DECLARED = re.compile(r"\bdeclar|\binterests?\b|\breceived\b|\bannex i\b", re.IGNORECASE)
# Fields that hardly any other list has; two of them, or one beside a value and an end, make a list of contracts.
_TELLING = frozenset({
    "contract_manager", "clinical_lead", "evaluators", "bidders", "supplier_and_address", "price_per_head", "process",
    "conflicts_assessment", "decision_makers", "procurement_type", "bidder_declarations", "break_clause", "notice",
    "contract_until", "contract_term", "existing", "checklist", "value_to_body",
})  # fmt: skip
_AWARDED = frozenset({"value_total", "value_to_body", "decided_by", "mitigation", "contract_manager", "process"})
_NAMED = frozenset({"title", "supplier", "supplier_and_address", "reference", "description"})
_PERSON = re.compile(
    r"\b(?:nature of (?:the )?interest|recipient|staff member|date of (?:offer|receipt)|gift)\b"
    r"|\bdirect (?:or|/) ?indirect\b|^direct/indirect\b|^(?:declared )?interest$|\btypes? of interests?\b"
    r"|^(?:job|post) title$|^(?:afc |pay )?band$|^decision[- ]maker\W+y",  # a list of staff, with its days
    re.IGNORECASE,
)
_CHECKLIST = re.compile(r"\bprocurement (?:checklist|template)\b|\bannex g\b", re.IGNORECASE)
_GAPS = re.compile(r"\s*\|\s*|\t+|\s{3,}")  # between the columns of a list in a text file
_QUESTIONS = 3
_FORM_FIELDS = 4


def procurement_kind(rows: Iterable[Sequence[str]], lines: Sequence[str]) -> DocumentKind | None:
    """Of the family's papers, the one these rows of cells and lines of words are; None where they are none."""
    parted = [_GAPS.split(line) for line in lines if _GAPS.search(line)]
    rows = [[cell.strip() for cell in row if cell.strip()] for row in (*rows, *parted)]
    cells = [cell for row in rows for cell in row[:2]]
    heads = [row for row in rows if _heads_contracts(row)]
    said = (*cells, *lines)
    named = any(_BIDDERS.search(text) for text in said) or any(_BIDS.search(cell) for row in heads for cell in row)
    if heads and named and all(_heads_forms(row) for row in heads):
        return DocumentKind.BIDDERS
    if heads:
        return DocumentKind.PROCUREMENT
    keys = {key for text in (*cells, *lines) if (key := question_key(text)) is not None}
    if len(keys) >= _QUESTIONS or (keys and any(_CHECKLIST.search(text) for text in (*cells[:10], *lines[:10]))):
        return DocumentKind.CHECKLIST
    if any(_BIDDERS.search(text) for text in (*cells, *lines)):
        return DocumentKind.BIDDERS
    if _form_of_contract(rows, lines):
        return DocumentKind.PROCUREMENT
    return DocumentKind.BIDDERS if any(_heads_bidders(row) for row in rows) else None


def _heads_contracts(row: Sequence[str]) -> bool:
    if len(row) < 3 or any(_PERSON.search(cell) for cell in row):
        return False
    read = [found for cell in row if (found := read_heading("procurement", cell)) is not None]
    known = {one.field for one in read}
    if not known & _NAMED or len(read) < 0.5 * len(row):
        return False
    telling = len(known & _TELLING)
    return telling >= 2 or (telling >= 1 and bool(known & {"value_total", "conflicts", "decided_by"}))


def _heads_forms(row: Sequence[str]) -> bool:
    """Columns of a list of bidders' forms: who bid and when or whether the form came, and nothing of an award."""
    listed = {found.field for cell in row if (found := read_heading("bidders", cell)) is not None}
    bought = {found.field for cell in row if (found := read_heading("procurement", cell)) is not None}
    return "bidder" in listed and bool(listed & {"received", "declared_on"}) and not bought & _AWARDED


def _heads_bidders(row: Sequence[str]) -> bool:
    if not 2 <= len(row) <= 12:
        return False
    who = any(_BIDDER.search(cell) and len(cell.split()) <= 6 for cell in row)
    return who and any(_DECLARED.search(cell) and len(cell.split()) <= 10 for cell in row)


def _form_of_contract(rows: Sequence[Sequence[str]], lines: Sequence[str]) -> bool:
    """A notice or record of one award: labels down the side."""
    labels = [row[0] for row in rows if 1 <= len(row) <= 3] + [line.split(":")[0] for line in lines if ":" in line]
    read = [found.field for label in labels if (found := read_label("procurement", label)) is not None and found.whole]
    known = set(read)
    return bool(known & _NAMED) and len(known) >= _FORM_FIELDS and len(known & _TELLING) >= 2
