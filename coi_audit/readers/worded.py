"""Papers of paragraphs and tables, whatever the format: one reader a format, all giving the same shape."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from coi_audit.readers.guard import FileType, check_size, file_name, require, sniff
from coi_audit.readers.html.page import read_html
from coi_audit.readers.mail import read_mail
from coi_audit.readers.office import read_office
from coi_audit.readers.pdf.document import read_pdf
from coi_audit.readers.spreadsheet import read_spreadsheet
from coi_audit.readers.word import WordDocument, read_docx

_READERS: dict[FileType, Callable[..., WordDocument]] = {
    FileType.DOCX: read_docx,
    FileType.HTML: read_html,
    FileType.MHTML: read_html,
    FileType.PDF: read_pdf,
    FileType.DOC: read_office,
    FileType.RTF: read_office,
    FileType.ODT: read_office,
    FileType.EMAIL: read_mail,
}
WORDED = tuple(_READERS)
_WORKBOOKS = (FileType.XLSX, FileType.XLS, FileType.ODS)


def read_worded(path: Path, *, root: Path | None = None) -> WordDocument:
    """Read a worded paper into paragraphs and tables in reading order, each knowing its place.

    The last few papers are remembered, since what a paper is and what it says are asked one after the other. Raises
    `UserError` for a file of another kind whatever its name says, or one that cannot be opened.
    """
    check_size(path, where=file_name(path, root))
    stat = path.stat()
    return _read(path, root, (stat.st_size, stat.st_mtime_ns, stat.st_ino))


@lru_cache(maxsize=4)
def _read(path: Path, root: Path | None, state: tuple[int, int, int]) -> WordDocument:
    """`state` changes when the file does, so that nothing out of date is remembered."""
    kind = require(path, wanted=WORDED, where=file_name(path, root))
    return _READERS[kind](path, root=root)


def reading_notices(path: Path, *, root: Path | None = None) -> tuple[str, ...]:
    """What the reader of a paper or a workbook has to say about the reading itself; nothing for other files."""
    kind = sniff(path)
    if kind in _WORKBOOKS:
        return read_spreadsheet(path, root=root).notices
    return read_worded(path, root=root).notices if kind in WORDED else ()
