"""National organisation lists, official or trimmed, from a folder the user names.

Every edition is kept, since former names and changes of commissioner lie between editions. Files of another kind are
listed as unused; rows that cannot be read are rejected one by one.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, WorksheetNotFound, ZipError

from coi_audit.errors import UserError
from coi_audit.linking.organisations.history import choose_edition
from coi_audit.model.evidence import Rejected
from coi_audit.model.organisation_lists import ListKind, ListRow, OrganisationLists
from coi_audit.model.organisations import ListEdition
from coi_audit.readers.encodings import decode
from coi_audit.readers.guard import MAX_UNPACKED_BYTES, FileType, require, sniff
from coi_audit.readers.organisation_lists_layouts import Layout, recognise

ListsRead = OrganisationLists
Table = tuple[str | None, list[list[str]]]  # sheet's name, None for a CSV; its rows

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_ .]?(0[1-9]|1[0-2])(?:[-_ .]?[0-3]\d)?(?!\d)")
_MONTH_YEAR = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})[a-z]*[-_ .]?((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_STATUSES = {
    "a": "active", "active": "active", "c": "closed", "closed": "closed", "inactive": "closed",
    "d": "dormant", "dormant": "dormant", "p": "proposed", "proposed": "proposed", "": "active",
}  # fmt: skip
_CODE = re.compile(r"[A-Z0-9]{3,12}")
_FORMATS = ("%Y%m%d", "%Y-%m-%d", "%d/%m/%Y")


def read_organisation_lists(folder: Path, *, on: date | None = None) -> ListsRead:
    """Every list file of a folder, its sub-folders left alone.

    `on` chooses the edition in force of each list (the latest not after that day, else the earliest after it), which
    the edition's own words say; without it the newest is in force. Raises `UserError` where there is no such folder.
    """
    if not folder.is_dir():
        raise UserError(
            "there is no such folder of organisation lists.",
            where=str(folder),
            fix="give the folder that holds the downloaded lists (epraccur, eccg, etr, epcn), or leave the option out.",
        )
    rows: list[ListRow] = []
    editions: list[ListEdition] = []
    rejected: list[Rejected] = []
    for path in sorted(one for one in folder.iterdir() if one.is_file() and not one.name.startswith((".", "~$"))):
        for found in _read_file(path, rejected):
            rows += found[1]
            editions.append(found[0])
    if not editions:
        why = "no file stands in it, and sub-folders are not looked into"
        none = hashlib.sha256(b"").hexdigest()
        editions.append(ListEdition(f"{folder.name}/", none, ListKind.UNUSED.value, None, why, 0, False))
    return ListsRead(tuple(rows), _say_in_force(editions, on), tuple(rejected))


def _read_file(path: Path, rejected: list[Rejected]) -> Iterator[tuple[ListEdition, list[ListRow]]]:
    """One edition for each list in the file, or one that is unused."""
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    used, why = False, "not a list that is used"
    try:
        for sheet, table in _tables(path, data):
            layout = recognise(table, path.name)
            if layout is None:
                continue
            used = True
            found = _rows(path.name, sheet, table, layout, rejected)
            edition, how = _edition(path.name, found)
            dated = [row._replace(edition=edition) for row in found]
            where = f"{path.name}, sheet {sheet}" if sheet else path.name
            yield ListEdition(where, sha256, layout.kind.value, edition, how, len(dated), True), dated
            if layout.kind is ListKind.PCN_MEMBERS and not any(row.joined for row in found):
                networks = _networks_of_members(table, layout, dated)
                yield ListEdition(where, sha256, ListKind.PCNS.value, edition, how, len(networks), True), networks
    except UserError as error:
        why = f"not read, {error.problem.rstrip('.')}"
        rejected.append(Rejected(file=path.name, place="", value="", problem=error.problem.rstrip("."), fix=error.fix))
    if not used:
        yield ListEdition(path.name, sha256, ListKind.UNUSED.value, None, why, 0, False), []


def _tables(path: Path, data: bytes) -> Iterator[Table]:
    if data[:2] == b"\x1f\x8b":
        yield None, _csv_rows(decode(_unpack(data, path.name)))
    elif path.suffix.casefold() in {".csv", ".txt"}:
        kind = sniff(path)
        if kind is FileType.TEXT:
            yield None, _csv_rows(decode(data))
        elif kind in (FileType.XLSX, FileType.XLS, FileType.ODS):
            yield from _sheets(path)
    elif path.suffix.casefold() in {".xlsx", ".xls", ".ods"}:
        yield from _sheets(path)


def _unpack(data: bytes, name: str) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            unpacked = stream.read(MAX_UNPACKED_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UserError("this compressed file is damaged.", where=name, fix="download it again.") from error
    if len(unpacked) > MAX_UNPACKED_BYTES:
        raise UserError("this file unpacks to more than any list holds.", where=name, fix="download it again.")
    return unpacked


def _csv_rows(text: str) -> list[list[str]]:
    return [row for row in csv.reader(io.StringIO(text.replace("\0", ""))) if row]


def _sheets(path: Path) -> Iterator[Table]:
    require(path, wanted=(FileType.XLSX, FileType.XLS, FileType.ODS), where=path.name)
    try:
        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            yield name, [[_cell(cell) for cell in row] for row in workbook.get_sheet_by_name(name).to_python()]
    except (CalamineError, PasswordError, ZipError, WorksheetNotFound, OSError) as error:
        raise UserError("this workbook cannot be read.", where=path.name, fix="download it again.") from error


def _cell(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.strftime("%Y%m%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _rows(
    file: str, sheet: str | None, table: Sequence[Sequence[str]], layout: Layout, rejected: list[Rejected]
) -> list[ListRow]:
    found: list[ListRow] = []
    days: dict[str, date | None] = {"": None}
    for number, cells in enumerate(table, start=1):
        if (number == 1 and layout.headed) or not any(cells):
            continue
        if layout.kind is ListKind.PRACTICES and not layout.is_gp_practice(cells):
            continue  # another prescribing site: understood, and no GP practice
        try:
            found.append(_row(cells, layout, days)._replace(file=file, sheet=sheet, row=number))
        except ValueError as error:
            place = f'sheet "{sheet}", row {number}' if sheet else f"row {number}"
            value = ", ".join(cell for cell in cells if cell)[:80]
            fix = "download the list again; if the row is still wrong, correct it or take it out."
            rejected.append(Rejected(file=file, place=place, value=value, problem=str(error), fix=fix))
    return found


def _row(cells: Sequence[str], layout: Layout, days: dict[str, date | None]) -> ListRow:
    """One row. Raises `ValueError` with the fault in words."""
    code = layout.text(cells, "code").upper()
    others = tuple(dict.fromkeys(layout.texts(cells, "other_names")))
    name = layout.text(cells, "name") or (others[-1] if others else "")
    if not _CODE.fullmatch(code):
        raise ValueError("this row has no organisation code")
    if not name:
        raise ValueError("this row has no name")
    closed = _day(layout.text(cells, "closed"), days)
    status = _STATUSES.get(layout.text(cells, "status").casefold(), "active")
    return ListRow(
        kind=layout.kind,
        code=code,
        name=name,
        parent=layout.text(cells, "parent").upper() or None,
        joined=_day(layout.text(cells, "joined"), days),
        left=_day(layout.text(cells, "left"), days),
        address=layout.texts(cells, "address"),
        postcode=" ".join(layout.text(cells, "postcode").upper().split()) or None,
        opened=_day(layout.text(cells, "opened"), days),
        closed=closed,
        status="closed" if closed is not None and status == "active" else status,
        other_names=others,
    )


def _day(text: str, days: dict[str, date | None]) -> date | None:
    if text not in days:
        days[text] = _parse_day(text)
    return days[text]


def _parse_day(text: str) -> date:
    for form in _FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day has no time zone
        except ValueError:
            continue
    raise ValueError(f'"{text}" is not a date')


def _networks_of_members(table: Sequence[Sequence[str]], layout: Layout, rows: Sequence[ListRow]) -> list[ListRow]:
    """A table of practices with their PCN names the PCNs too; `table` is the one `rows` were read from."""
    heads = [cell.strip().casefold().replace(" ", "_") for cell in table[0]]
    if "pcn_name" not in heads:
        return []
    column, commissioner = heads.index("pcn_name"), heads.index("ccg_ods") if "ccg_ods" in heads else None
    found: dict[str, ListRow] = {}
    for row in rows:
        cells = table[row.row - 1]
        if row.parent and row.parent not in found and column < len(cells) and cells[column].strip():
            parent = cells[commissioner].strip() if commissioner is not None else None
            found[row.parent] = row._replace(
                kind=ListKind.PCNS, code=row.parent, name=cells[column].strip(), parent=parent or None
            )
    return list(found.values())


def _edition(name: str, rows: Sequence[ListRow]) -> tuple[date, str]:
    """The edition's date and, in words, where it comes from."""
    if found := _YEAR_MONTH.search(name):
        return date(int(found[1]), int(found[2]), 1), "the month in the file's name"
    if found := _MONTH_YEAR.search(name):
        return date(int(found[2]), _MONTHS.index(found[1][:3].lower()) + 1, 1), "the month in the file's name"
    days = [day for row in rows for day in (row.opened, row.closed, row.joined) if day is not None]
    if found := _YEAR.search(name):
        return date(int(found[1]), 1, 1), "the year in the file's name, taken as 1 January"
    if days:
        return max(days), "the newest open or close date in it, as its name gives no date"
    return date.min, "it gives no date: taken as older than every other"


def _say_in_force(editions: Sequence[ListEdition], on: date | None) -> tuple[ListEdition, ...]:
    """Say of each edition of a list with several whether it is the one in force on the day."""
    said: list[ListEdition] = []
    for one in editions:
        dates = [other.edition for other in editions if other.kind == one.kind and other.edition is not None]
        chosen = choose_edition(dates, on or date.max)
        words = one.edition_from
        if one.used and len(set(dates)) > 1 and one.edition != chosen:
            words += "; used for former and later names and for changes of commissioner"
        said.append(ListEdition(one.path, one.sha256, one.kind, one.edition, words, one.rows, one.used))
    return tuple(said)
