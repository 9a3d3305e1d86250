"""A CSV file of agenda titles -> rows to classify: `title`, if given `action` and `committee`, the rest echoed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.linking.items.classify_titles import TitleRow
from coi_audit.model.evidence import Rejected, SourceRef

_USED = ("title", "action", "committee")
_LARGEST = 50_000_000  # bytes; a file of titles is never near it


def read_titles(path: Path) -> tuple[tuple[TitleRow, ...], tuple[Rejected, ...]]:
    """Read the rows of a file, in order, and what was not understood.

    The heading's case and blanks do not matter. Raises `UserError` where the file cannot be read, is no text, has no
    `title` column or has two of one name. A row without a title is rejected, as is one with more cells than headings.
    """
    lines = csv.reader(io.StringIO(_text(path), newline=""), delimiter=_delimiter(path))
    try:
        rows = [(lines.line_num, row) for row in lines]
    except csv.Error as error:
        problem = f"the file is not a readable CSV file ({error})."
        raise UserError(problem, where=path.name, fix="save it again as CSV in UTF-8.") from error
    filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise UserError(
            "the file is empty.", where=path.name, fix='give it a heading line with "title" and one row a title.'
        )
    headings = _headings(filled[0][1], path.name)
    read: list[TitleRow] = []
    rejected: list[Rejected] = []
    for line, row in filled[1:]:
        _read_row(path.name, line, row, headings, read, rejected)
    return tuple(read), tuple(rejected)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            problem = "the file is too large for a list of titles."
            raise UserError(problem, where=path.name, fix="split it into files of less than 50 MB.")
        raw = path.read_bytes()
    except OSError as error:
        problem = f"the file cannot be opened ({error.strerror or error})."
        raise UserError(problem, where=str(path), fix="check the name and that you may read it.") from error
    if b"\x00" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError("the file is not text.", where=path.name, fix="save the titles as CSV.")
    for encoding in ("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _delimiter(path: Path) -> str:
    """The delimiter that parts the heading line into most columns; a comma where none does."""
    heading = next((line for line in _text(path).splitlines() if line.strip()), "")
    return max(",;\t|", key=heading.count)


def _headings(row: list[str], file: str) -> list[str]:
    headings = [cell.strip() for cell in row]
    folded = [heading.casefold() for heading in headings]
    if "title" not in folded:
        shown = ", ".join(f'"{heading}"' for heading in headings if heading)
        problem = f"there is no title column; the columns are {shown}."
        raise UserError(problem, where=file, fix='name the column with the agenda titles "title".')
    twice = next((heading for heading in folded if heading and folded.count(heading) > 1), None)
    if twice is not None:
        raise UserError(f'there are two columns "{twice}".', where=file, fix="rename one of them.")
    return headings


def _read_row(
    file: str, line: int, row: list[str], headings: list[str], read: list[TitleRow], rejected: list[Rejected]
) -> None:
    cells = {heading: cell.strip() for heading, cell in zip(headings, row, strict=False) if heading}
    known = {heading.casefold(): cell for heading, cell in cells.items()}
    spare = [cell for cell in row[len(headings) :] if cell.strip()]
    place, shown = f"line {line}", " | ".join(cell for cell in row if cell.strip())
    if spare:
        fix = "put quotation marks round a title that holds a comma."
        rejected.append(Rejected(file=file, place=place, value=shown, problem="more cells than headings", fix=fix))
        return
    title = known.get("title", "")
    if not title:
        fix = "write the title, or delete the row."
        rejected.append(Rejected(file=file, place=place, value=shown, problem="there is no title in this row", fix=fix))
        return
    read.append(
        TitleRow(
            title=title,
            action=known.get("action") or None,
            committee=known.get("committee") or None,
            echoed={heading: cell for heading, cell in cells.items() if heading.casefold() != "title"},
            source=SourceRef(file=file, line=line, column="title", text=title),
        )
    )
