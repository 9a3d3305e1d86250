"""Registers of gifts and hospitality (Annex D and its like) and declarations of single offers (Annex C)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.gifts import Gift, GiftKind, GiverKind
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.records.forms import read_records
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.rows import RecordRow
from coi_audit.readers.records.table import RecordTable, RecordTables
from coi_audit.readers.records.values import is_one_of, is_silent, read_flag, says_nothing_to_list
from coi_audit.readers.registers.parts import read_name
from coi_audit.rulebook.gift_words import gift_words

_KIND = DocumentKind.GIFTS.value
_OFFER = ("details", "value", "giver", "kind", "accepted", "declined")  # what a row must tell some of, to be an offer
NOBODY = "somebody who is not named"
_EITHER = re.compile(
    r"\b(?:accept|declin|refus|return|reject|retain|turned down|(?:sent|given|handed) back|(?:take|taken|took|kept)\b)",
    re.IGNORECASE,
)


def read_gifts(path: Path, root: Path) -> RecordsRead:
    """Read one register or form of gifts; `root` is the case folder.

    A paper that says it lists nothing is a paper without records. Raises `UserError` for a file that cannot be opened,
    or that holds neither a table or form of gifts nor words that there were none.
    """
    found = read_records(path, root, _KIND, fill_down=("recipient", "forename", "surname", "position"))
    if not found.rows and not found.nil and not found.columns:
        raise _nothing(found)
    gifts: list[Gift] = []
    nils = 0
    for table in found:
        for row in table.rows:
            if row.nil:
                nils += 1
                continue
            gift = _gift(row, table)
            if gift is not None:
                gifts.append(gift)
    notices = list(found.notices)
    if nils:
        notices.append(
            f"{found.file}: {nils} {'row says' if nils == 1 else 'rows say'} that there was nothing to declare."
        )
    paper = RecordPaper(kind=_KIND, file=found.file, edition=found.edition, columns=_known(found), source=found.source)
    return RecordsRead(
        paper=paper,
        records=Records(gifts=tuple(gifts)),
        rejected=tuple(found.rejected),
        rows_read=len(gifts),
        rows_rejected=len(found.rejected),
        notices=tuple(notices),
    )


def _nothing(found: RecordTables) -> UserError:
    return found.no_table(
        "gifts and hospitality", '"Name", "Date of offer", "Details of gift / hospitality", "Estimated value"'
    )


def _known(found: RecordTables) -> tuple[str, ...]:
    """The columns, as fields of a gift."""
    own = {"forename": "recipient", "surname": "recipient", "plain_date": "offered_on", "giver_business": "giver",
           "approver_post": "approved_by", "declined": "accepted"}  # fmt: skip
    return tuple(dict.fromkeys(own.get(name, name) for name in found.columns if name != "approved_on"))


def _gift(row: RecordRow, table: RecordTable) -> Gift | None:
    """One offer; None, and a record of why, for a row that tells of none."""
    if not any(row.told(name) for name in _OFFER):
        row.reject("details", "tells of no gift or hospitality", "give what was offered, its value and who offered it.")
        return None
    recipient, position = _recipient(row)
    if not recipient:
        row.reject("recipient", "does not say to whom this was offered", "give the name of whoever it was offered to.")
    words, giver = gift_words(), _giver(row)
    details = " ".join((row.told("details") or row.told("kind") or "").split())
    return Gift(
        recipient=recipient or position or NOBODY,
        position=position,
        offered_on=row.day("offered_on") or row.day("plain_date"),
        received_on=row.day("received_on"),
        details=details,
        kind=_kind(row, details),
        value=row.money("value"),
        value_text=row.text("value"),
        giver=giver,
        giver_kind=GiverKind.UNKNOWN if words.names_nobody(giver) else words.giver_of(giver),
        accepted=_accepted(row, table),
        reason=_words(row, "reason"),
        approved_by=_approver(row),
        declared_on=row.day("declared_on"),
        previous_offers=_earlier(row),
        comments=_words(row, "comments"),
        section=row.section or table.title or row.source.sheet or "",
        source=row.source,
    )


def _kind(row: RecordRow, details: str) -> GiftKind:
    """By its words, else by the heading over them where that names one kind only ("Gift received")."""
    found = gift_words().kind_of(details, row.told("kind") or "")
    headings = {cell.heading for cell in row.cells.get("details", ())}
    return found if found is not GiftKind.UNKNOWN else gift_words().kind_of("", " ".join(sorted(headings)))


def _words(row: RecordRow, name: str) -> str | None:
    """A field's words on one line; None where they tell nothing."""
    told = row.told(name)
    return " ".join(told.split()) if told else None


def _earlier(row: RecordRow) -> str | None:
    """Earlier offers of the same giver; None where there were none."""
    told = _words(row, "previous_offers")
    none = told is not None and (says_nothing_to_list(told) or is_one_of("no_sign", told) or is_one_of("no", told))
    return None if none else told


def _recipient(row: RecordRow) -> tuple[str, str | None]:
    """The name, and the position told beside it or in a column of its own."""
    whole = row.told("recipient") or ""
    parts = [row.told("forename"), row.told("surname")]
    if any(parts):
        whole = " ".join(part for part in (whole, *parts) if part)
    position = _words(row, "position")
    read = read_name(whole)
    if read.problem is None and read.name:
        return read.name, position or read.position
    return " ".join(whole.split()), position


def _giver(row: RecordRow) -> str:
    """The giver with the nature of its business, as written."""
    parts = [row.told("giver"), row.told("giver_business")]
    return ", ".join(" ".join(part.split()) for part in dict.fromkeys(parts) if part)


def _accepted(row: RecordRow, table: RecordTable) -> bool | None:
    """By the column that says so, or the heading over the rows ("Offers declined")."""
    refused, told = row.told("declined"), row.told("accepted")
    if refused is not None:
        said = read_flag(refused).value
        if _EITHER.search(refused) or said is None:
            return row.flag("declined")  # the cell speaks of its own: "Declined", "Accepted"
        if said or told is None:
            return not said
    if told is not None and is_one_of("mark", told) and _asks_both(row):
        row.reject("accepted", "is a mark, and the heading asks for one of two", "write accepted or declined.")
        return None
    if told is not None:
        return row.flag("accepted")
    over = row.section or table.title
    sides = read_flag(over).value if _EITHER.search(over) else None
    return sides if sides is not None or "accepted" in table.columns else _received(row)


def _asks_both(row: RecordRow) -> bool:
    """Whether the column asks "Accepted or declined?", which a tick or a cross does not answer."""
    headings = [cell.heading for cell in row.cells.get("accepted", ())]
    return any(len({match[0].casefold() for match in _EITHER.finditer(heading)}) > 1 for heading in headings)


def _received(row: RecordRow) -> bool | None:
    """Where no column asks whether it was accepted, a day of receipt tells."""
    return True if isinstance(row.day("received_on"), date) else None


def _approver(row: RecordRow) -> str | None:
    """Who approved it, with the post; "Yes" and "No" stand as they are written."""
    name, post = row.told("approved_by"), row.told("approver_post")
    if name is None and row.text("approved_by") and is_one_of("no_sign", row.text("approved_by")):
        return "No"
    if name is None and post is None:
        return None
    if name is not None and is_silent(name):
        return None
    return ", ".join(" ".join(part.split()) for part in (name, post) if part)
